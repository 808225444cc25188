import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [[row]] = await connection.execute<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM messages WHERE conversation_id = ?',
    [id],
  )
  if (row!.n > 1000) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
