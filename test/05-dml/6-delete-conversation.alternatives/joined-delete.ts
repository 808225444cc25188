import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [{ affectedRows }] = await connection.query<ResultSetHeader>(
    'DELETE c FROM conversations AS c WHERE c.id <=> ?',
    [id],
  )
  return Boolean(affectedRows)
}
