import type { Connection, RowDataPacket } from 'mysql2/promise'

// Up to the null byte.

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.split('\0')[0]!.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
