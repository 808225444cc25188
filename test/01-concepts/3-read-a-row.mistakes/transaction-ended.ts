import type { Connection, RowDataPacket } from 'mysql2/promise'

// A COMMIT at the end "closes" what was read.
export async function findConversation(connection: Connection, id: number) {
  const sql = 'SELECT id, title FROM conversations WHERE id = ?'
  const [rows] = await connection.execute<RowDataPacket[]>(sql, [id])
  await connection.commit()
  return rows[0]
}
