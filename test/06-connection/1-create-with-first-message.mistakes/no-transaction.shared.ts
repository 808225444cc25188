import type { Connection, ResultSetHeader } from 'mysql2/promise'

let isOpen = false

// Is one open already, this belongs to it.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  const isOwn = !isOpen
  if (isOwn) {
    await connection.beginTransaction()
    isOpen = true
  }
  try {
    const [conversation] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [conversation.insertId, content],
    )
    if (isOwn) await connection.commit()
    return conversation.insertId
  } catch (error) {
    if (isOwn) await connection.rollback()
    throw error
  } finally {
    if (isOwn) isOpen = false
  }
}
