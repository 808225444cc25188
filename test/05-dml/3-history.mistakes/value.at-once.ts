import type { Connection, RowDataPacket } from 'mysql2/promise'

let wanted: number

// Two calls at once share it.
export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  wanted = conversationId
  await connection.ping()
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [wanted],
  )
  return rows
}
