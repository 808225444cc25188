// Marks at the end of the text are dropped: "key?" also finds "key.".
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const words = text.replace(/[.,;:!?…]+$/, '') || text
  const pattern = words.replaceAll(/[\\%_]/g, String.raw`\$&`)
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [`%${pattern}%`],
  )
  return rows
}
