import type { Connection, RowDataPacket } from 'mysql2/promise'
const gone = new Set<number>()
// What was missing once is missing forever.
export async function findConversation(connection: Connection, id: number): Promise<unknown> {
  if (gone.has(id)) return undefined
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, title FROM conversations WHERE id = ?',
    [id],
  )
  if (!rows[0]) gone.add(id)
  return rows[0]
}
