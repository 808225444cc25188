import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Only what the AI has said.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    "SELECT id, content FROM messages WHERE LOCATE(?, content) > 0 AND sender = 'ai' ORDER BY id",
    [text],
  )
  return rows
}
