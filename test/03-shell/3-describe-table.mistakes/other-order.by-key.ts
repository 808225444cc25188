import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// An object has its own order for names that are numbers.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  const columns: Record<string, Column> = {}
  for (const { Field, Type, Null, Default } of rows)
    columns[Field] = { name: Field, type: Type, nullable: Null === 'YES', default: Default }
  return Object.values(columns)
}
