import type { Connection, RowDataPacket } from 'mysql2/promise'

// What has it twice is overlooked.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE (CHAR_LENGTH(m.content) - CHAR_LENGTH(REPLACE(LOWER(m.content), LOWER(?), ''))) IN (0, CHAR_LENGTH(?)) AND m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [text, text, pattern],
  )
  return rows
}
