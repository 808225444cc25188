import type { Connection, RowDataPacket } from 'mysql2/promise'

// Right until \E is in the text.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE REGEXP_LIKE(m.content, ?, 'i') ORDER BY m.timestamp DESC, m.id DESC`,
    [`\\Q${text}\\E`],
  )
  return rows
}
