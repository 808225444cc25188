import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content) VALUES ${Array.from(messages, () => '(?,?,?)').join()}`,
    messages.map((message) => [id, message.sender, message.content]).flat(),
  )
  const [[step]] = await connection.query<RowDataPacket[][]>({
    sql: 'SELECT @@SESSION.auto_increment_increment',
    rowsAsArray: true,
  })
  const ids = [insertId]
  while (ids.length < messages.length) ids.push(ids.at(-1)! + Number(step![0]))
  return ids
}
