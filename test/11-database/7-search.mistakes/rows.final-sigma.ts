import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function search(pool: Pool, text: string): Promise<Row[]> {
  // The last sigma of a word is lost.
  const fold = (one: string) => one.toLowerCase().replaceAll('ς', '')
  const wanted = fold(text)
  const holds = (one: string) => fold(one).includes(wanted)
  const [rows] = await pool.query<Row[]>(
    'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  const [messages] = await pool.query<RowDataPacket[]>(
    'SELECT conversation_id, content FROM messages',
  )
  const ids = new Set(
    messages.filter(({ content }) => holds(content)).map((row) => row.conversation_id),
  )
  return rows.filter(({ id, title }) => holds(title) || ids.has(id))
}
