import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  if (result.affectedRows === 0) {
    // Perhaps only its messages were left over.
    await connection.execute('DELETE FROM messages WHERE id = ?', [id])
  }
  return result.affectedRows > 0
}
