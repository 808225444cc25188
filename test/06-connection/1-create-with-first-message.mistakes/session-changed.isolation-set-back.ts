import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Set back to what it need not have been.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
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
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    throw error
  }
}
