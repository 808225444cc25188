import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Safe, but it does not travel separately.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const literal = text.replaceAll(/[\\%_]/g, String.raw`\$&`)
  const [rows] = await connection.query<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [`%${literal}%`],
  )
  return rows
}
