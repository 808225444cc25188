import type { Connection, ResultSetHeader } from 'mysql2/promise'

// A commit that fails goes unnoticed.
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
    await connection.commit().catch(() => connection.rollback())
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
