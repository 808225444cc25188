import type { Connection } from 'mysql2/promise'
import { inspectTable } from '#exercise/07-cursor/6-inspect-table'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await inspectTable(connection, 'messages')
  // @ts-expect-error -- a connection is not a text
  await inspectTable('connection', 'messages')
  // @ts-expect-error -- a table's name is a text
  await inspectTable(connection, 3)

  // mistake: wrong-row-type
  const columns = await inspectTable(connection, 'messages')
  needs<readonly object[]>(columns)
  for (const column of columns) {
    // mistake: rows-are-any
    // @ts-expect-error -- a name is a string
    needs<symbol>(column.name)
    // @ts-expect-error -- a type is a string
    needs<symbol>(column.type)
    // @ts-expect-error -- nullable is true or false
    needs<symbol>(column.nullable)
    // @ts-expect-error -- a key is a string
    needs<symbol>(column.key)

    // mistake: wrong-row-type
    needs<string>(column.name)
    needs<string>(column.type)
    needs<boolean>(column.nullable)
    needs<string>(column.key)
    needs<boolean>(column.key === '' || column.key === 'PRI')
    needs<boolean>(column.key === 'UNI' || column.key === 'MUL')
  }
}

// --- internal ---

declare function needs<T>(value: T): void
