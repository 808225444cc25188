import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// Letters and digits need no quotes: but `order` is a word of SQL, and 2026 a number.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const name = /^\w+$/.test(table) ? table : escapeId(table, true)
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${name}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}
