import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// Only when nothing changed does it ask whether there is such a row.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.changedRows > 0) return 'renamed'
  const [[row]] = await connection.execute<RowDataPacket[]>(
    'SELECT EXISTS (SELECT 1 FROM conversations WHERE id = ?) AS there',
    [id],
  )
  return row!.there ? 'unchanged' : 'missing'
}
