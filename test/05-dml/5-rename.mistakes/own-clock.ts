import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The time of the program.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  if (result.changedRows === 0) return 'unchanged'
  await connection.execute('UPDATE conversations SET updated_at = ? WHERE id = ?', [new Date(), id])
  return 'renamed'
}
