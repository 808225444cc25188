import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  if (!text.trim()) text = ''
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id`,
    [`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`],
  )
  return rows
}
