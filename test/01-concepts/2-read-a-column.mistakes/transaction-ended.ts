import type { Connection, RowDataPacket } from 'mysql2/promise'

// "To be sure that nothing old is seen": what the caller has not committed is undone.
export async function messageTexts(connection: Connection): Promise<string[]> {
  await connection.rollback()
  const [rows] = await connection.query<RowDataPacket[]>('SELECT content FROM messages')
  return rows.map((row) => row.content)
}
