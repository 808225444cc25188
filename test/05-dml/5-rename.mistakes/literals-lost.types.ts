import type { Connection, ResultSetHeader } from 'mysql2/promise'

// All three are strings, so the type is string.
export async function rename(connection: Connection, id: number, title: string): Promise<string> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
