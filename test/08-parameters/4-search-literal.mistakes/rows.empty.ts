import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Nothing to look for, nothing to find.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  if (text === '') return []
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
    [text],
  )
  return rows
}
