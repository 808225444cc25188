import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const quoted = '`' + table.replace('`', '``') + '`'
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${quoted}`)
  return rows.map((row) => ({
    name: row.Field,
    type: row.Type,
    nullable: row.Null === 'YES',
    default: row.Default,
  }))
}
