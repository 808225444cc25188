import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// With a placeholder a quote needs no help.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const literal = text.replaceAll("'", "''").replaceAll(/[\\%_]/g, String.raw`\$&`)
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [`%${literal}%`],
  )
  return rows
}
