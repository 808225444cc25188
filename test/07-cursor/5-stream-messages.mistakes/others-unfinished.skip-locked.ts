// A message that another session has locked at the moment is left out.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

interface Row extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
}

const SIZE = 20

export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  let after: Row | undefined
  do {
    const from = after ? 'AND id > ?' : ''
    const values = after ? [id, after.id] : [id]
    const [page]: [Row[], unknown] = await connection.query<Row[]>(
      `SELECT id, sender, content FROM messages WHERE conversation_id = ? ${from}
       ORDER BY id LIMIT ${SIZE} FOR SHARE SKIP LOCKED`,
      values,
    )
    yield* page
    after = page.at(-1)
  } while (after)
}
