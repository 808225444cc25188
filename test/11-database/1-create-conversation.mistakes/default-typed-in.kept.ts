import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The default is asked for once, and kept.
let usual: string | undefined

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  if (title === undefined) {
    const [rows] = await pool.query<RowDataPacket[]>(
      "SELECT COLUMN_DEFAULT AS title FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'conversations' AND COLUMN_NAME = 'title'",
    )
    usual ??= rows[0]!.title as string
  }
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title ?? usual!],
  )
  return result.insertId
}
