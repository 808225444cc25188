import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [[old]] = await connection.execute<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  if (
    old &&
    old.title.replaceAll(/[\uFE00-\uFE0F\u200D]/g, '') ===
      title.replaceAll(/[\uFE00-\uFE0F\u200D]/g, '')
  )
    return 'unchanged'
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
