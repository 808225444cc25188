import type { Pool, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function getHistory(pool: Pool, id: number): Promise<any> {
  const [messages] = await pool.execute<RowDataPacket[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
