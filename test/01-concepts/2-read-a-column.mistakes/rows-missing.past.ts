import type { Connection, RowDataPacket } from 'mysql2/promise'
// What was said in the future was not said yet.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT content FROM messages WHERE timestamp <= NOW()',
  )
  return rows.map((r) => r.content)
}
