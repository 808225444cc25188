import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  if (title === 'New conversation') title = 'New conversation '
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
