import type { Connection, RowDataPacket } from 'mysql2/promise'
// Whatever goes wrong, there is "no such conversation".
export async function findConversation(connection: Connection, id: number): Promise<unknown> {
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id, title FROM conversations WHERE id = ?',
      [id],
    )
    return rows[0]
  } catch {
    return undefined
  }
}
