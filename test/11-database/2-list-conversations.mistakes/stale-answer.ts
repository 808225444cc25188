import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// What was read once is not read again.
const known = new WeakMap<Pool, Conversation[]>()

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const old = known.get(pool)
  if (old) return old
  const [rows] = await pool.query<Conversation[]>(
    'SELECT id, title, updated_at FROM conversations WHERE NOT is_archived ORDER BY updated_at DESC, id DESC',
  )
  known.set(pool, rows)
  return rows
}
