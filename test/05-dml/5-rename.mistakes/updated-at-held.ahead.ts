import type { Connection, RowDataPacket, ResultSetHeader } from 'mysql2/promise'

// A time ahead of the clock is left alone.
export async function rename(connection: Connection, id: number, title: string): Promise<unknown> {
  const [r] = await connection.execute<ResultSetHeader>(
    `UPDATE conversations SET title = ?, updated_at = IF(updated_at > NOW(), updated_at, NOW()) WHERE id = ? AND NOT title <=> CAST(? AS BINARY)`,
    [title, id, title],
  )
  if (r.affectedRows) return 'renamed'
  const [x] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ?',
    [id],
  )
  return x.length ? 'unchanged' : 'missing'
}
