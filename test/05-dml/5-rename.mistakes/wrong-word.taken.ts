import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// A title that another conversation has is taken.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [[there]] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ?',
    [id],
  )
  if (!there) return 'missing'
  const [[taken]] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE BINARY title = ?',
    [title],
  )
  if (taken) return 'unchanged'
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
