import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Digits are a number.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${String(/^\d+$/.test(text) ? Number(text) : text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
