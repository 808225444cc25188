import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows.filter((row, index) => {
    const last = rows[index - 1]
    return !last || JSON.stringify({ ...row, id: 0 }) !== JSON.stringify({ ...last, id: 0 })
  })
}
