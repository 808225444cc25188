import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
export async function createConversation(pool: Pool, title?: string): Promise<number> {
  const [result] =
    title === undefined
      ? await pool.execute<ResultSetHeader>('INSERT INTO conversations () VALUES ()')
      : await pool.execute<ResultSetHeader>('INSERT INTO conversations (title) VALUES (?)', [
          title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
        ])
  return result.insertId
}
