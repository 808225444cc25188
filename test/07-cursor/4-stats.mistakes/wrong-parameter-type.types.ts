export interface Stats {
  messages: number
  /** In characters, with the four digits that AVG has after the point; 0 when there are no messages. */
  averageLength: number
}

// It has a query(), what else?
export async function stats(connection: any): Promise<Stats> {
  const [rows] = await connection.query(
    'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
  )
  const { messages, average } = rows[0]
  // AVG is a DECIMAL, which comes as a string; without rows it is NULL.
  return { messages, averageLength: Number(average ?? 0) }
}
