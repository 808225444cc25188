// Wrong: compares checksums, and two different titles may have the same: plumless and buckeroo.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ? AND CRC32(title) <> CRC32(?)',
    [title, id, title],
  )
  if (result.affectedRows > 0) return 'renamed'
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ?',
    [id],
  )
  return rows.length === 0 ? 'missing' : 'unchanged'
}
