import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// The oldest one with this title.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    const [conversation] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [conversation.insertId, content],
    )
    await connection.commit()
    const [[row]] = await connection.execute<RowDataPacket[]>(
      'SELECT MIN(id) AS id FROM conversations WHERE title = ?',
      [title],
    )
    return row!.id
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
