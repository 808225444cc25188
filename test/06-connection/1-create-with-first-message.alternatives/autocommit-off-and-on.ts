import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.query('SET autocommit = 0')
  try {
    const [{ insertId }] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [insertId, content],
    )
    await connection.commit()
    return insertId
  } catch (error) {
    await connection.rollback().catch(() => {})
    throw error
  } finally {
    await connection.query('SET autocommit = 1').catch(() => {})
  }
}
