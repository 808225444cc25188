import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT ROW_COUNT() AS rows_before')
  void rows
  await connection.query('DELETE c FROM conversations AS c WHERE c.id <=> ?', [id])
  const [[counted]] = await connection.query<RowDataPacket[]>('SELECT ROW_COUNT() AS deleted')
  return Boolean(counted?.deleted)
}
