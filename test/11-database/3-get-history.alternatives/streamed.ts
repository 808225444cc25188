import type { Pool, RowDataPacket } from 'mysql2/promise'

// The rows are streamed, and the transaction is a snapshot of both tables.

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  await using connection = await pool.getConnection()
  await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
  try {
    const [exists] = await connection.query<RowDataPacket[]>(
      {
        sql: 'SELECT EXISTS (TABLE conversations) AS yes'.replace(
          'TABLE conversations',
          'SELECT 1 FROM conversations WHERE id = :id',
        ),
        namedPlaceholders: true,
      },
      { id },
    )
    if (exists[0]!.yes === 0) return null
    const [rows] = await connection.query<Message[]>(
      'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
      [id],
    )
    return rows
  } finally {
    await connection.query('COMMIT').catch(() => connection.destroy())
  }
}
