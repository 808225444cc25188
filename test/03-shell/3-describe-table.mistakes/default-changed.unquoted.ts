import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// Some servers show texts in quotes.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default === null ? null : String(Default).replace(/^'(.*)'$/, '$1'),
  }))
}
