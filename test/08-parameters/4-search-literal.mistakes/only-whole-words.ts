import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

// Where does a word end?
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE CONCAT(" ", content, " ") LIKE ? ORDER BY id',
    [`% ${text.replaceAll(/[\\%_]/g, String.raw`\$&`)} %`],
  )
  return rows
}
