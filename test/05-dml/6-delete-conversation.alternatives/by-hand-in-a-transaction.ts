import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.beginTransaction()
  try {
    await connection.execute('DELETE FROM messages WHERE conversation_id = ?', [id])
    const [result] = await connection.execute<ResultSetHeader>(
      'DELETE FROM conversations WHERE id = ?',
      [id],
    )
    await connection.commit()
    return result.affectedRows === 1
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
