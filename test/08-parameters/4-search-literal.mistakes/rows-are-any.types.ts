import type { Connection, RowDataPacket } from 'mysql2/promise'

// Any type will do, somebody in a hurry thought.
export async function searchLiteral(connection: Connection, text: string): Promise<any[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
