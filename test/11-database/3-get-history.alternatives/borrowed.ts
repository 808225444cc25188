import type { Pool, RowDataPacket } from 'mysql2/promise'

// Both questions over one connection, in one transaction.
interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function getHistory(pool: Pool, id: number): Promise<Row[] | null> {
  const connection = await pool.getConnection()
  try {
    await connection.query('START TRANSACTION READ ONLY')
    const [[found]] = await connection.execute<RowDataPacket[]>(
      'SELECT EXISTS (SELECT 1 FROM conversations WHERE id = ?) AS found',
      [id],
    )
    const [rows] = await connection.execute<Row[]>(
      'SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ? ORDER BY timestamp, id',
      [id],
    )
    return found!.found ? rows : null
  } finally {
    await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
