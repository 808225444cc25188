import type { Connection } from 'mysql2/promise'
import { addMessage } from '#exercise/05-dml/1-add-message'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  const message = { conversationId: 1, sender: 'user', content: 'Hello' } as const
  // mistake: result-is-any
  const id = await addMessage(connection, message)
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: wrong-result-type
  needs<number>(id)
}

// --- internal ---

declare function needs<T>(value: T): void
