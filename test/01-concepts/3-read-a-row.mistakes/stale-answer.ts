import type { Connection, RowDataPacket } from 'mysql2/promise'

const cache = new Map<number, unknown>()

export async function findConversation(connection: Connection, id: number): Promise<any> {
  if (!cache.has(id)) {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id, title FROM conversations WHERE id = ?',
      [id],
    )
    cache.set(id, rows[0])
  }
  return cache.get(id)
}
