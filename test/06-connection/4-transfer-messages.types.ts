import type { Connection } from 'mysql2/promise'
import { transferMessages } from '#exercise/06-connection/4-transfer-messages'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-result-type
  const { moved, merged } = await transferMessages(connection, 1, 2)
  // mistake: result-is-any
  // @ts-expect-error -- a count is a number
  needs<symbol>(moved)
  // @ts-expect-error -- merged is true or false
  needs<symbol>(merged)

  // mistake: wrong-result-type
  needs<number>(moved)
  needs<boolean>(merged)
}

// --- internal ---

declare function needs<T>(value: T): void
