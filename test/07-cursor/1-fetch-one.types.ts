import type { Connection, RowDataPacket } from 'mysql2/promise'
import { fetchOne } from '#exercise/07-cursor/1-fetch-one'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

interface Titled extends RowDataPacket {
  id: number
  title: string
}

export async function compile(connection: Connection): Promise<void> {
  // mistake: caller-type-lost
  const row = await fetchOne<Titled>(connection, 'SELECT id, title FROM conversations', [])
  // mistake: rows-are-any
  // @ts-expect-error -- a row is not a symbol
  needs<symbol>(row)

  // mistake: caller-type-lost
  needs<Titled | null | undefined>(row)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no row
  needs<Titled>(row)
  needs<Titled | null>(row)
}

// --- internal ---

declare function needs<T>(value: T): void
