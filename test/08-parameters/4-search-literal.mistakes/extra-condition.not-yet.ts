import type { Connection, RowDataPacket } from 'mysql2/promise'

// Not what is yet to come.

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? AND timestamp <= NOW() ORDER BY id',
    [pattern],
  )
  return rows
}
