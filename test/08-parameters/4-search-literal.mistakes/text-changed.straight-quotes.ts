// Typographic quotes become straight ones, so a message that has typographic ones is not found.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

function plain(text: string): string {
  return text.replaceAll(/[\u2018\u2019]/g, "'").replaceAll(/[\u201c\u201d]/g, '"')
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
    [plain(text)],
  )
  return rows
}
