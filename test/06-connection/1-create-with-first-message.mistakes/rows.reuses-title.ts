import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// One with this title may be there already.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE title = ? AND created_at < NOW() - INTERVAL 1 DAY',
      [title],
    )
    let id = rows[0]?.id
    if (id === undefined) {
      const [conversation] = await connection.execute<ResultSetHeader>(
        'INSERT INTO conversations (title) VALUES (?)',
        [title],
      )
      id = conversation.insertId
    }
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [id, content],
    )
    await connection.commit()
    return id
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
