import type { Connection } from 'mysql2/promise'
import { createWithFirstMessage } from '#exercise/06-connection/1-create-with-first-message'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: result-is-any
  const id = await createWithFirstMessage(connection, 'Kazan', 'Where to go?')
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: wrong-result-type
  needs<number>(id)
}

// --- internal ---

declare function needs<T>(value: T): void
