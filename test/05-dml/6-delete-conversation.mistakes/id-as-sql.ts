import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The id is a number, so it "may be part of the SQL".
export async function deleteConversation(connection: Connection, id: number): Promise<unknown> {
  const [r] = await connection.query<ResultSetHeader>(`DELETE FROM conversations WHERE id = ${id}`)
  return r.affectedRows === 1
}
