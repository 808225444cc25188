import type { Connection } from 'mysql2/promise'
import { listTables } from '#exercise/03-shell/2-list-tables'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-row-type
  const names = await listTables(connection)
  needs<readonly unknown[]>(names)
  for (const name of names) {
    // mistake: rows-are-any
    // @ts-expect-error -- a name is a text
    needs<symbol>(name)

    // mistake: wrong-row-type
    needs<string>(name)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
