import type { Connection } from 'mysql2/promise'
import { describeTable } from '#exercise/03-shell/3-describe-table'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-row-type
  const columns = await describeTable(connection, 'messages')
  needs<readonly object[]>(columns)
  for (const column of columns) {
    // mistake: rows-are-any
    // @ts-expect-error -- a name is a text
    needs<symbol>(column.name)
    // @ts-expect-error -- a type is a text
    needs<symbol>(column.type)
    // @ts-expect-error -- nullable is true or false
    needs<symbol>(column.nullable)
    // @ts-expect-error -- a default is a text
    needs<symbol>(column.default)

    // mistake: wrong-row-type
    needs<string>(column.name)
    needs<string>(column.type)
    needs<boolean>(column.nullable)
    needs<string | null>(column.default)
    // mistake: null-not-promised
    // @ts-expect-error -- a column may have no default
    needs<string>(column.default)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
