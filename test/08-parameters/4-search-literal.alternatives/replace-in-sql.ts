import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// The server escapes the value by itself.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    String.raw`SELECT id, content FROM messages
      WHERE content LIKE CONCAT('%', REPLACE(REPLACE(REPLACE(?, '!', '!!'), '%', '!%'), '_', '!_'), '%') ESCAPE '!'
      ORDER BY id`,
    [text],
  )
  return rows
}
