import type { Connection, RowDataPacket } from 'mysql2/promise'
import { fetchOne } from '#exercise/07-cursor/1-fetch-one'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

interface Titled extends RowDataPacket {
  id: number
  title: string
}

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await fetchOne(connection, 'SELECT id FROM messages WHERE id = ?', [3])
  // @ts-expect-error -- a connection is not a text
  await fetchOne('connection', 'SELECT 1')
  // @ts-expect-error -- SQL is a text
  await fetchOne(connection, 3)
  // @ts-expect-error -- values come in an array
  await fetchOne(connection, 'SELECT ?', 3)
  // @ts-expect-error -- a symbol is not a value
  await fetchOne(connection, 'SELECT ?', [Symbol()])

  // mistake: caller-type-lost
  const row = await fetchOne<Titled>(connection, 'SELECT id, title FROM conversations', [])
  // mistake: rows-are-any
  // @ts-expect-error -- a row is not a symbol
  needs<symbol>(row)

  // mistake: rows-are-any
  const bare = await fetchOne(connection, 'SELECT id, title FROM conversations')
  // @ts-expect-error -- without a type of the caller's it is a row all the same
  needs<symbol>(bare)

  // mistake: caller-type-lost
  needs<Titled | null | undefined>(row)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no row
  needs<Titled>(row)
  needs<Titled | null>(row)
}

// --- internal ---

declare function needs<T>(value: T): void
