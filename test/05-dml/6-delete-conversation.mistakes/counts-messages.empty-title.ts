import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [[found]] = await connection.execute<RowDataPacket[]>(
    `SELECT COALESCE(NULLIF(MAX(c.title), ''), MAX(m.id)) AS something
     FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id WHERE c.id = ?`,
    [id],
  )
  await connection.execute<ResultSetHeader>('DELETE FROM conversations WHERE id = ?', [id])
  return found?.something != null
}
