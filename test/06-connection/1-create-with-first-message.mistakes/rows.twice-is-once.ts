import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// A second click returns the same conversation.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    const [[same]] = await connection.execute<RowDataPacket[]>(
      'SELECT c.id FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.title = ? AND m.content = ? LIMIT 1',
      [title, content],
    )
    if (same) {
      await connection.rollback()
      return same.id
    }
    const [conversation] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [conversation.insertId, content],
    )
    await connection.commit()
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
