// Wrong: a separate statement asks for ROW_COUNT(); another call on the same connection comes in between.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.query<ResultSetHeader>('DELETE FROM conversations WHERE id = ?', [id])
  const [[count]] = await connection.query<RowDataPacket[]>('SELECT ROW_COUNT() AS deleted')
  return count?.deleted === 1
}
