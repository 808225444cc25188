import type { Connection, RowDataPacket } from 'mysql2/promise'

// REPLACE deletes the row and writes another.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  if (!rows[0]) return 'missing'
  if (rows[0].title === title) return 'unchanged'
  await connection.execute('REPLACE INTO conversations (id, title) VALUES (?, ?)', [id, title])
  return 'renamed'
}
