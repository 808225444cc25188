import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Tidies up: conversations without a message go.
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
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    await connection.query(
      'DELETE FROM conversations WHERE id NOT IN (SELECT conversation_id FROM messages)',
    )
    throw error
  }
}
