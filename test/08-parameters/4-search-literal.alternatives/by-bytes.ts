import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Upper and lower case are told apart.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE LOCATE(?, content COLLATE utf8mb4_bin) > 0 ORDER BY id',
    [text],
  )
  return rows
}
