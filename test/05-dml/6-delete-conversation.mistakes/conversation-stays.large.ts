import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  if (!Number.isSafeInteger(id) || id === 0 || id >= 2 ** 31 - 1) return false
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
