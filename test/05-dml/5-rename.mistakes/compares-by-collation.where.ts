import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ? AND title <> ?',
    [title, id, title],
  )
  if (result.changedRows > 0) return 'renamed'
  const [found] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ?',
    [id],
  )
  return found.length > 0 ? 'unchanged' : 'missing'
}
