import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const like = 'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id'
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const plain = !/[\\%_]/.test(text)
  const [rows] = plain
    ? await connection.execute<FoundMessage[]>(like, [pattern])
    : await connection.query<FoundMessage[]>(like, [pattern])
  return rows
}
