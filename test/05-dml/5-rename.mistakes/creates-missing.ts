import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations (id, title) VALUES (?, ?) AS new ON DUPLICATE KEY UPDATE title = new.title',
    [id, title],
  )
  return result.affectedRows === 2 ? 'renamed' : 'unchanged'
}
