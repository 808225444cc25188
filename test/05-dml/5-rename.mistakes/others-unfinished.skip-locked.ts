import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// What somebody is changing counts as missing.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ? FOR UPDATE SKIP LOCKED',
    [id],
  )
  if (rows.length === 0) return 'missing'
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
