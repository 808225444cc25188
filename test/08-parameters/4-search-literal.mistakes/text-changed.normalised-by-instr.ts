import type { Connection, RowDataPacket } from 'mysql2/promise'

interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  text = text.normalize()
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT m.id, m.content FROM messages AS m WHERE INSTR(m.content, ?) > 0 ORDER BY m.id',
    [text],
  )
  return rows
}
