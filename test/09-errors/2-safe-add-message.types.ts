import type { Connection } from 'mysql2/promise'
import { safeAddMessage } from '#exercise/09-errors/2-safe-add-message'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await safeAddMessage(connection, { conversationId: 1, sender: 'robot', content: 'Hello' })
  // @ts-expect-error -- a connection is not a text
  await safeAddMessage('connection', { conversationId: 1, sender: 'ai', content: 'Hello' })
  // @ts-expect-error -- an id is a number
  await safeAddMessage(connection, { conversationId: '1', sender: 'ai', content: 'Hello' })
  // @ts-expect-error -- a sender is a text
  await safeAddMessage(connection, { conversationId: 1, sender: 1, content: 'Hello' })
  // @ts-expect-error -- a content is a text
  await safeAddMessage(connection, { conversationId: 1, sender: 'ai', content: 3 })
  // @ts-expect-error -- a message has a content
  await safeAddMessage(connection, { conversationId: 1, sender: 'ai' })

  const message = { conversationId: 1, sender: 'user', content: 'Hello' }
  // mistake: result-is-any
  const id = await safeAddMessage(connection, message)
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: wrong-result-type
  needs<number>(id)
}

// --- internal ---

declare function needs<T>(value: T): void
