import type { Connection, ResultSetHeader } from 'mysql2/promise'

// By the clock of Greenwich, wherever the session is.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    const [conversation] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title, created_at, updated_at) VALUES (?, UTC_TIMESTAMP(), UTC_TIMESTAMP())',
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
