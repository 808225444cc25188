import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const name = `\`${table.replaceAll('`', '``')}\``
  const sql = `EXPLAIN ${name}`
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map((row) => {
    const [field, type, nullable, , fallback] = row as unknown as string[]
    return { name: field!, type: type!, nullable: nullable === 'YES', default: fallback ?? null }
  })
}
