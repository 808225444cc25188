import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT c.title AS title FROM conversations AS c WHERE TRUE',
  )
  return rows.map(({ title }) => ({ title }) as RowDataPacket)
}
