import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CAST(title AS BINARY) AS title FROM conversations WHERE id = ? FOR UPDATE',
    [id],
  )
  const [row] = rows
  if (!row) return 'missing'
  if (Buffer.compare(row.title, Buffer.from(title)) === 0) return 'unchanged'
  await connection.query('UPDATE conversations SET ? WHERE id = ?', [{ title }, id])
  return 'renamed'
}
