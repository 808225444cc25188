import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The time changes each time, so something always changes.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ?, updated_at = NOW() WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
