import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT id, content FROM messages WHERE REGEXP_LIKE(content, ?) ORDER BY id`,
    [`\\Q${text}\\E`],
  )
  return rows
}
