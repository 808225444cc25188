import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// A pattern in a different language.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content REGEXP ? ORDER BY id',
    [text],
  )
  return rows
}
