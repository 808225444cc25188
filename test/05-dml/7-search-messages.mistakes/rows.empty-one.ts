import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  /** The message's id. */
  id: number
  conversation_id: number
  /** The title of its conversation. */
  title: string
  content: string
}

// An empty message is in every result.
/**
 * Finds the messages that contain `text`, each with its conversation's title, the newest first; within one second,
 * the one with the higher id. Upper and lower case count as the same. `%`, `_` and `\` in `text` are ordinary
 * characters.
 */
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content COLLATE utf8mb4_bin REGEXP ? OR m.content LIKE ?
     ORDER BY m.timestamp DESC, m.id DESC`,
    ['^$', pattern],
  )
  return rows
}
