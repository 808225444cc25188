import type { Pool, RowDataPacket } from 'mysql2/promise'
export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  const [rows] = await pool.execute<Message[]>(
    "SELECT id, sender, content, DATE_FORMAT(timestamp, '%Y-%m-%dT%T') AS timestamp FROM messages AS m WHERE conversation_id = ? ORDER BY m.timestamp, id",
    [id],
  )
  if (rows.length > 0)
    return rows.map((row) => Object.assign(row, { timestamp: new Date(row.timestamp + '+03:00') }))
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
}
