import type { Connection, ResultSetHeader } from 'mysql2/promise'

// LIKE compares whatever it is given.
export async function rename(connection: Connection, id: number, title: string): Promise<unknown> {
  const [r] = await connection.execute<ResultSetHeader>(
    `UPDATE conversations SET title = ? WHERE id LIKE ?`,
    [title, id],
  )
  if (r.affectedRows === 0) return 'missing'
  return r.changedRows === 0 ? 'unchanged' : 'renamed'
}
