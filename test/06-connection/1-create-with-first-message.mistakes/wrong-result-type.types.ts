import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The type allows for an error that was swallowed. This function throws it.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number | null> {
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
    throw error
  }
}
