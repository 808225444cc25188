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
  const names = Object.keys(messages[0]!)
  const rows = messages.map((message) => [id, ...names.map((name) => (message as any)[name])])
  const [{ insertId }] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, ??) VALUES ?',
    [names, rows],
  )
  const [[{ step }]] = (await connection.query<RowDataPacket[]>(
    'SELECT @@auto_increment_increment AS step',
  )) as any
  return rows.map((_row, index) => insertId + index * step)
}
