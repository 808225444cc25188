import type { Pool, RowDataPacket } from 'mysql2/promise'

// Grouped, with a count of the messages that match.

export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const sql = `SELECT c.id, c.title, c.updated_at
    FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
    WHERE c.is_archived = 0
    GROUP BY c.id
    HAVING POSITION(:text IN c.title) > 0 OR SUM(POSITION(:text IN m.content)) > 0
    ORDER BY c.updated_at DESC, c.id DESC`
  const [rows] = await pool.execute<FoundConversation[]>({ sql, namedPlaceholders: true }, { text })
  return rows
}
