import type { Connection, RowDataPacket } from 'mysql2/promise'

// Between quotes it is a value.
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, title FROM conversations WHERE id = '${id}'`,
  )
  return rows[0]
}
