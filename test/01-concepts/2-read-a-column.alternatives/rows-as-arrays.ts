import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function messageTexts(connection: Connection): Promise<string[]> {
  const sql = 'SELECT content FROM messages ORDER BY id DESC'
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows.map(([content]) => String(content))
}
