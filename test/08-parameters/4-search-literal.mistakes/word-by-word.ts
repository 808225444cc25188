import type { Connection, RowDataPacket } from 'mysql2/promise'
export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT id, content FROM messages WHERE ${words.map(() => 'LOCATE(?, content) > 0').join(' AND ')} ORDER BY id`,
    words,
  )
  return rows
}
