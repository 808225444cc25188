import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface HistoryMessage extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

export async function lastMessages(
  connection: Connection,
  conversationId: number,
  count: number,
): Promise<HistoryMessage[]> {
  const [[{ before }]] = (await connection.query<RowDataPacket[]>(
    'SELECT CAST(@@sql_select_limit AS CHAR) AS `before`',
  )) as unknown as [[{ before: string }]]
  await connection.query('SET SESSION sql_select_limit = ?', [count])
  try {
    const [rows] = await connection.execute<HistoryMessage[]>(
      `SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?
       ORDER BY timestamp DESC, id DESC`,
      [conversationId],
    )
    return rows.toReversed()
  } finally {
    await connection.query(`SET SESSION sql_select_limit = ${before}`)
  }
}
