import type { Pool, RowDataPacket } from 'mysql2/promise'

interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// LOCATE() knows no wildcards.
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  await using connection = await pool.getConnection()
  const [rows] = await connection.execute<FoundConversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = 0 AND (LOCATE(?, title) > 0
       OR id IN (SELECT conversation_id FROM messages WHERE LOCATE(?, content) > 0))
     ORDER BY updated_at DESC, id DESC`,
    [text, text],
  )
  return rows
}
