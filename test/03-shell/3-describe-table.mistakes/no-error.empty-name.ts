import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// No name, no columns.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  if (!table.trim()) return []
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}
