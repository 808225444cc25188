import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// A different escape character: it works in every SQL mode.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const literal = text.replaceAll(/[|%_]/g, '|$&')
  const [rows] = await connection.execute<FoundMessage[]>(
    "SELECT id, content FROM messages WHERE content LIKE CONCAT('%', ?, '%') ESCAPE '|' ORDER BY id",
    [literal],
  )
  return rows
}
