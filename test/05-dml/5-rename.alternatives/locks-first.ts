import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function rename(connection: Connection, id: number, title: string): Promise<unknown> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE id = ? FOR UPDATE',
    [id],
  )
  if (!rows[0]) return 'missing'
  if (rows[0].title === title) return 'unchanged'
  await connection.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return 'renamed'
}
