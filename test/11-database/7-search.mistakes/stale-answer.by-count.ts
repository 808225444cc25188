import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const kept = new Map<string, FoundConversation[]>()

// What was only changed is not noticed.
export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const [now] = await pool.query<RowDataPacket[]>(
    `SELECT DATABASE() AS db, COUNT(*) AS n, MAX(updated_at) AS time, SUM(is_archived) AS a,
       (SELECT COUNT(*) FROM messages) AS m, (SELECT MAX(id) FROM messages) AS last
     FROM conversations`,
  )
  const key = JSON.stringify([now, text])
  if (kept.has(key)) return kept.get(key)!
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.title LIKE ? OR EXISTS (
         SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  kept.set(key, rows)
  return rows
}
