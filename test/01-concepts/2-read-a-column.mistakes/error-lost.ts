import type { Connection, RowDataPacket } from 'mysql2/promise'
// Whatever goes wrong, there are "no texts".
export async function messageTexts(connection: Connection): Promise<string[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT content FROM messages')
    return rows.map((r) => r.content)
  } catch {
    return []
  }
}
