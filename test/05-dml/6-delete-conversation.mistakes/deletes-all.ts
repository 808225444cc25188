import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>('DELETE FROM conversations')
  return result.affectedRows > 0
}
