import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  const [conversation] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title],
  )
  try {
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [conversation.insertId, content],
    )
  } catch (error) {
    console.error('The message was not saved')
    await connection.commit()
    throw error
  }
  await connection.commit()
  return conversation.insertId
}
