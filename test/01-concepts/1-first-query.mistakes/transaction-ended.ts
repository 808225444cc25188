import type { Connection, RowDataPacket } from 'mysql2/promise'

// Whatever the caller has begun is committed.
export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  await connection.beginTransaction()
  const [rows] = await connection.query<RowDataPacket[]>('SELECT title FROM conversations')
  await connection.commit()
  return rows
}
