import { type Pool, type RowDataPacket } from 'mysql2/promise'

// The session's own time, read as Greenwich time.
export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

interface Row extends RowDataPacket {
  id: number
  title: string
  changed: string
}

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Row[]>(
    `SELECT id, title, DATE_FORMAT(updated_at, '%Y-%m-%dT%H:%i:%sZ') AS changed
     FROM conversations WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows.map(
    ({ id, title, changed }) => ({ id, title, updated_at: new Date(changed) }) as Conversation,
  )
}
