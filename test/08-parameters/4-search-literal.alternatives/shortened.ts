import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Without the text it would be shorter.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE CHAR_LENGTH(?) = 0 OR REPLACE(LOWER(content), LOWER(?), "") <> LOWER(content) ORDER BY id',
    [text, text],
  )
  return rows
}
