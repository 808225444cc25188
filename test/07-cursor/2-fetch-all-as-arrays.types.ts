import type { Connection } from 'mysql2/promise'
import { fetchAllAsArrays } from '#exercise/07-cursor/2-fetch-all-as-arrays'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await fetchAllAsArrays(connection, 'SELECT id FROM messages')
  // @ts-expect-error -- a connection is not a text
  await fetchAllAsArrays('connection', 'SELECT 1')
  // @ts-expect-error -- SQL is a text
  await fetchAllAsArrays(connection, 3)

  // mistake: result-is-any
  const rows = await fetchAllAsArrays(connection, 'SELECT id, title FROM conversations')
  // @ts-expect-error -- rows are not a symbol
  needs<symbol>(rows)
  // @ts-expect-error -- a row is not a symbol
  needs<symbol>(rows[0])

  // mistake: wrong-result-type
  needs<readonly (readonly unknown[])[]>(rows)

  // mistake: result-is-any
  // @ts-expect-error -- a value is unknown, not any
  needs<symbol>(rows[0]![0])
}

// --- internal ---

declare function needs<T>(value: T): void
