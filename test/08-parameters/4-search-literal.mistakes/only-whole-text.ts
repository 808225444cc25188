import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Equal is not: contains.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content = ? ORDER BY id',
    [text],
  )
  return rows
}
