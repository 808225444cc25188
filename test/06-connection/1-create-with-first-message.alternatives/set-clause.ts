import type { Connection, ResultSetHeader } from 'mysql2/promise'

// The short form of INSERT, with quoted names.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    const [conversation] = await connection.execute<ResultSetHeader>(
      'INSERT `conversations` SET `title` = ?',
      [title],
    )
    await connection.execute(
      "INSERT messages SET conversation_id = ?, sender = 'user', content = ?",
      [conversation.insertId, content],
    )
    await connection.commit()
    return conversation.insertId
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
