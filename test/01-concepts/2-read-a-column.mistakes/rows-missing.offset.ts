// When a message is deleted meanwhile, those after it move up, and one is never read.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

interface Count extends RowDataPacket {
  total: number
}

/** The texts of all messages, in whatever order the server gives them. */
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [[count]] = await connection.query<Count[]>('SELECT COUNT(*) AS total FROM messages')
  const texts: string[] = []
  for (let offset = 0; offset < (count?.total ?? 0); offset += 5) {
    const [rows] = await connection.query<Row[]>('SELECT content FROM messages LIMIT 5 OFFSET ?', [
      offset,
    ])
    texts.push(...rows.map((row) => row.content))
  }
  return texts
}
