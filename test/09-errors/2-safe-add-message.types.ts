import type { Connection } from 'mysql2/promise'
import { safeAddMessage } from '#exercise/09-errors/2-safe-add-message'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
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
