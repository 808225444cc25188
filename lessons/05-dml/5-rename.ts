import type { Connection, ResultSetHeader } from 'mysql2/promise'

// As rowcount in Python, where it counts the rows that changed.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  return result.affectedRows > 0 ? 'renamed' : 'unchanged'
}
