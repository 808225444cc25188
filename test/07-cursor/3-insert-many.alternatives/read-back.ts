import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

/** The ids of one INSERT are consecutive, so the next rows of the conversation from insertId on are ours. */
export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  if (messages.length === 0) return []
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  const [rows] = await connection.query<(RowDataPacket & { id: number })[]>(
    'SELECT id FROM messages WHERE id >= ? AND conversation_id = ? ORDER BY id LIMIT ?',
    [result.insertId, id, result.affectedRows],
  )
  return rows.map((row) => row.id)
}
