import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Not those that are archived.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE LOCATE(?, content) > 0 AND conversation_id IN (SELECT id FROM conversations WHERE is_archived = FALSE) ORDER BY id',
    [text],
  )
  return rows
}
