import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<Found[]> {
  text = text.normalize()
  const [rows] = await pool.execute<Found[]>(
    `SELECT c.* FROM conversations AS c
     WHERE NOT c.is_archived AND (INSTR(c.title, :text) OR c.id IN (
       SELECT conversation_id FROM messages WHERE INSTR(content, :text)))
     ORDER BY c.updated_at DESC, c.id DESC`.replaceAll(':text', '?'),
    [text, text],
  )
  return rows.map(({ id, title, updated_at }) => ({ id, title, updated_at }) as Found)
}
