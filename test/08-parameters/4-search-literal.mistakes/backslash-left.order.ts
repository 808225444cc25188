import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Backslashes last: the new ones are doubled too.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const literal = text.replaceAll('%', '\\%').replaceAll('_', '\\_').replaceAll('\\', '\\\\')
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [`%${literal}%`],
  )
  return rows
}
