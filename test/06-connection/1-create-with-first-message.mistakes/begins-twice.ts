import type { Connection, ResultSetHeader } from 'mysql2/promise'

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
    await addMessage(connection, conversation.insertId, content)
    await connection.commit()
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    throw error
  }
}

async function addMessage(connection: Connection, id: number, content: string) {
  await connection.beginTransaction()
  await connection.execute(
    "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
    [id, content],
  )
  await connection.commit()
}
