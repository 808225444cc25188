import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = IF(title = ?, updated_at, NOW()), title = ? WHERE id = ?',
    [title, title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
