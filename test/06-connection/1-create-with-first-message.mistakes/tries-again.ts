// A deadlock is not passed on: once more.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  return once(connection, title, content).catch((error: { errno?: number }) => {
    if (error.errno !== 1213 && error.errno !== 1205) throw error
    return once(connection, title, content)
  })
}

async function once(connection: Connection, title: string, content: string): Promise<number> {
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
