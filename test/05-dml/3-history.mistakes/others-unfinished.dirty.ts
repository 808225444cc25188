import type { Connection, RowDataPacket } from 'mysql2/promise'

// What others have not committed is there too.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  await connection.query('SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED').catch(() => {})
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [conversationId],
  )
  return rows
}
