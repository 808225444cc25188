import type { Connection, RowDataPacket } from 'mysql2/promise'

let wanted: string

// Two calls at once share it.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  wanted = text
  await connection.ping()
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [`%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`],
  )
  return rows
}
