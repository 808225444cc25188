import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>({
    sql: `SELECT messages.id, conversation_id, title, content
      FROM conversations INNER JOIN messages ON conversation_id = conversations.id
      HAVING POSITION(:text IN content) > 0 OR :text = ''
      ORDER BY (SELECT timestamp FROM messages AS own WHERE own.id = messages.id) DESC, id DESC`,
    namedPlaceholders: true,
    values: { text } as never,
  })
  return rows
}
