// What is more than 4 MB goes in several INSERTs; if a later one is rejected, the earlier rows stay.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

interface Step extends RowDataPacket {
  step: number
}

async function stepOf(connection: Connection): Promise<number> {
  const [[row]] = await connection.query<Step[]>('SELECT @@auto_increment_increment AS step')
  return row!.step
}

const PORTION = 4 * 1024 * 1024

function* portions(messages: NewMessage[]): Generator<NewMessage[]> {
  let portion: NewMessage[] = []
  let size = 0
  for (const message of messages) {
    const length = message.content?.length ?? 0
    if (portion.length > 0 && size + length > PORTION) {
      yield portion
      portion = []
      size = 0
    }
    portion.push(message)
    size += length
  }
  if (portion.length > 0) yield portion
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const step = await stepOf(connection)
  const ids: number[] = []
  for (const portion of portions(messages)) {
    const [result] = await connection.query<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
      [portion.map(({ sender, content }) => [id, sender, content])],
    )
    ids.push(...portion.map((_message, index) => result.insertId + index * step))
  }
  return ids
}
