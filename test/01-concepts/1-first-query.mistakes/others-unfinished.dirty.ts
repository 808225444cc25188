import type { Connection, RowDataPacket } from 'mysql2/promise'

// What others have not committed is listed too.
export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  await connection.query('SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED').catch(() => {})
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT title FROM conversations`)
  return rows
}
