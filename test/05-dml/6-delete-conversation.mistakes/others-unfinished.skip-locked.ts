import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// What somebody is changing counts as not there.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id FROM conversations WHERE id = ? FOR UPDATE SKIP LOCKED',
    [id],
  )
  if (rows.length === 0) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
