import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Any word will do, thought the one in a hurry.
export async function rename(connection: Connection, id: number, title: string): Promise<any> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
