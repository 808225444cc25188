// Cut at the text: more than one part.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// A named placeholder, an escape character that is announced.
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${Array.from(text, (one) => (['%', '_', '='].includes(one) ? `=${one}` : one)).join('')}%`
  const [rows] = await connection.execute<FoundMessage[]>({
    sql: "SELECT m.id, m.content FROM messages AS m WHERE m.content LIKE :pattern ESCAPE '=' ORDER BY m.id ASC",
    namedPlaceholders: true,
    values: { pattern },
  })
  return rows
}
