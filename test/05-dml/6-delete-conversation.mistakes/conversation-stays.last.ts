import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// One conversation always stays.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [[all]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  if (all!.n === 1) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
