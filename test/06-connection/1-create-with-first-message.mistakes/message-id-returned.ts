import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    let [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    ;[result] = await connection.execute<ResultSetHeader>(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [result.insertId, content],
    )
    await connection.commit()
    return result.insertId
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
