import type { Connection } from 'mysql2/promise'
import { foreignKeys } from '#exercise/07-cursor/7-foreign-keys'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await foreignKeys(connection)
  // @ts-expect-error -- a connection is not a text
  await foreignKeys('connection')

  // mistake: wrong-row-type
  const keys = await foreignKeys(connection)
  needs<readonly object[]>(keys)
  for (const key of keys) {
    // mistake: rows-are-any
    // @ts-expect-error -- a table's name is a string
    needs<symbol>(key.table)
    // @ts-expect-error -- a column's name is a string
    needs<symbol>(key.column)
    // @ts-expect-error -- what it points at is a string
    needs<symbol>(key.references)
    // @ts-expect-error -- a rule is a string
    needs<symbol>(key.onDelete)

    // mistake: wrong-row-type
    needs<string>(key.table)
    needs<string>(key.column)
    needs<string>(key.references)
    needs<string>(key.onDelete)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
