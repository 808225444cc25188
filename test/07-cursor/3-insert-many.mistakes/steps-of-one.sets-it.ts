import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [[{ before }]] = (await connection.query<RowDataPacket[]>(
    'SELECT @@auto_increment_increment AS `before`',
  )) as any
  await connection.query('SET SESSION auto_increment_increment = 1')
  const rows = messages.map(({ sender, content }) => [id, sender, content])
  const [{ insertId }] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [rows],
  )
  await connection.query('SET SESSION auto_increment_increment = ?', [before])
  return messages.map((_message, index) => insertId + index)
}
