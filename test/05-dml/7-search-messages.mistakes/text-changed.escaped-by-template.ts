import type { Connection, RowDataPacket } from 'mysql2/promise'

// Also a $ in the text means something.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = '%:text%'.replace(':text', text.replaceAll(/[\\%_]/g, String.raw`\$&`))
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows
}
