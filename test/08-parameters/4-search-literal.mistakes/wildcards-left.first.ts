import type { Connection, RowDataPacket } from 'mysql2/promise'

// Escapes the first of each.

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text
    .replace('\\', '\\\\')
    .replace('%', String.raw`\%`)
    .replace('_', String.raw`\_`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
