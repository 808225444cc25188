import type { Connection } from 'mysql2/promise'
import { indexAtWork } from '#exercise/07-cursor/8-index-at-work'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await indexAtWork(connection, 'SELECT * FROM messages WHERE id = ?', [3])
  // @ts-expect-error -- a connection is not a text
  await indexAtWork('connection', 'SELECT 1', [])
  // @ts-expect-error -- SQL is a text
  await indexAtWork(connection, 3, [])
  // @ts-expect-error -- a symbol is not a value
  await indexAtWork(connection, 'SELECT ?', [Symbol()])

  // mistake: wrong-row-type
  const { key, rows } = await indexAtWork(connection, 'SELECT * FROM messages WHERE id = ?', [3])
  // mistake: rows-are-any
  // @ts-expect-error -- an index's name is a string
  needs<symbol>(key)
  // @ts-expect-error -- a count is a number
  needs<symbol>(rows)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no index
  needs<string>(key)

  // mistake: wrong-row-type
  needs<string | null>(key)
  needs<number>(rows)
}

// --- internal ---

declare function needs<T>(value: T): void
