import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
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
    await connection.rollback()
    if ((error as { errno?: number }).errno === 1406) throw error
    return 0
  }
}
