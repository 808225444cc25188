import type { Connection, RowDataPacket } from 'mysql2/promise'

// Not as mysql2 returns them: nobody can change them.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return Object.freeze(rows.map((row) => Object.freeze(row))) as RowDataPacket[]
}
