// INSERT … SELECT takes its ids in portions, and another session can get ids in between: they need not be consecutive.
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
  const [result] = await connection.query<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content)
     SELECT ?, sender, content
     FROM JSON_TABLE(?, '$[*]' COLUMNS (
       n FOR ORDINALITY,
       sender VARCHAR(255) PATH '$.sender' ERROR ON ERROR,
       content LONGTEXT PATH '$.content' ERROR ON ERROR
     )) AS list
     ORDER BY n`,
    [id, JSON.stringify(messages)],
  )
  const step = await stepOf(connection)
  return messages.map((_message, index) => result.insertId + index * step)
}
