import type { Connection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ? AND HEX(title) <> HEX(?)',
    [title, id, title],
  )
  if (result.affectedRows > 0) return 'renamed'
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE title = ?',
    [title],
  )
  return rows.length > 0 ? 'unchanged' : 'missing'
}
