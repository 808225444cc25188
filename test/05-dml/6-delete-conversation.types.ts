import type { Connection } from 'mysql2/promise'
import { deleteConversation } from '#exercise/05-dml/6-delete-conversation'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: result-is-any
  const found = await deleteConversation(connection, 1)
  // @ts-expect-error -- the answer is true or false
  needs<symbol>(found)

  // mistake: wrong-result-type
  needs<boolean>(found)
}

// --- internal ---

declare function needs<T>(value: T): void
