import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT * FROM messages ORDER BY timestamp, id`,
  )
  return rows
    .filter((row) => row.conversation_id === conversationId)
    .map(
      ({ id, sender, content, timestamp }) => ({ id, sender, content, timestamp }) as RowDataPacket,
    )
}
