// One value for all rows.
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

// The step comes first, and each row is written by hand.
export async function insertMany(
  connection: Connection,
  id: number,
  messages: readonly NewMessage[],
): Promise<number[]> {
  if (!messages.length) return []
  const [[variable]] = await connection.query<RowDataPacket[]>(
    'SELECT @@SESSION.auto_increment_increment step',
  )
  const sql = `INSERT messages (conversation_id, sender, content) VALUES ${messages.map((one) => connection.format('(?, ?, ?)', [id, one.sender, one.content])).join()}`
  const [{ insertId, affectedRows }] = await connection.query<ResultSetHeader>(sql)
  return Array.from({ length: affectedRows }, (_, row) => insertId + row * variable!.step)
}
