import type { Connection, ResultSetHeader } from 'mysql2/promise'

// A habit of other languages: 0 and 1 for no and yes, in the type at least.
export async function deleteConversation(
  connection: Connection,
  id: number,
): Promise<boolean | number> {
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [id],
  )
  return result.affectedRows === 1
}
