// Characters without a width (U+200B, U+FEFF) are taken out of the text, as if pasted by accident.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = text
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[\\%_]/g, String.raw`\$&`)
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [`%${pattern}%`],
  )
  return rows
}
