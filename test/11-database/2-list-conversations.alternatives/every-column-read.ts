import type { Pool, RowDataPacket } from 'mysql2/promise'

interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

// Reads all columns and returns three; the order is made over one borrowed connection.
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const connection = await pool.getConnection()
  try {
    const [rows] = await connection.query<Conversation[]>(
      'SELECT * FROM conversations WHERE is_archived <> 1 ORDER BY updated_at DESC, id DESC',
    )
    return rows.map(({ id, title, updated_at }) => ({ id, title, updated_at }) as Conversation)
  } finally {
    connection.release()
  }
}
