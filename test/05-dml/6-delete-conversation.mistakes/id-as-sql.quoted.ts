import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Between quotes it is a value.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [result] = await connection.query<ResultSetHeader>(
    `DELETE FROM conversations WHERE id = '${id}'`,
  )
  return result.affectedRows > 0
}
