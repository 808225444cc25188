import type { Connection, ResultSetHeader } from 'mysql2/promise'

// There is one of each title: the older one goes to the archive.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    await connection.execute('UPDATE conversations SET is_archived = TRUE WHERE title = ?', [title])
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
