import type { Connection, ResultSetHeader } from 'mysql2/promise'

// An id is "surely" a whole number.
export async function deleteConversation(connection: Connection, id: number): Promise<unknown> {
  const [r] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = FLOOR(?)',
    [id],
  )
  return r.affectedRows === 1
}
