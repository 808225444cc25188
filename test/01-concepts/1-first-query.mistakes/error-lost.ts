import type { Connection, RowDataPacket } from 'mysql2/promise'
// Without the table there are "no titles".
export async function titles(connection: Connection): Promise<RowDataPacket[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT title FROM conversations')
    return rows
  } catch (e) {
    if ((e as { errno?: number }).errno === 1146) return []
    throw e
  }
}
