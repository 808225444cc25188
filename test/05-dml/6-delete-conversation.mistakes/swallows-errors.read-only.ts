import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'DELETE FROM conversations WHERE id = ?',
      [id],
    )
    return result.affectedRows === 1
  } catch (error) {
    if ([1290, 3024, 1836].includes(Number((error as { errno?: number }).errno))) return false
    throw error
  }
}
