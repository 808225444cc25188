import type { Connection, RowDataPacket } from 'mysql2/promise'

let wanted: number

// Two calls at once share it.
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  wanted = id
  await connection.ping()
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [wanted],
  )
  return rows[0]
}
