import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Opens a conversation with its first message from the user: both rows are kept, or neither.
 * Returns the id of the conversation. If something fails, the error is rethrown and nothing is left behind.
 */
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  // #region TODO: insert the message and commit; on any error, roll back and rethrow it
  //= await connection.beginTransaction()
  //= const [conversation] = await connection.execute<ResultSetHeader>(
  //=   'INSERT INTO conversations (title) VALUES (?)',
  //=   [title],
  //= )
  //= throw new Error('TODO')
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
  // #endregion
}

// npx tsx lessons/06-connection/1-create-with-first-message.ts
await practise(import.meta, async (connection) => {
  try {
    const id = await createWithFirstMessage(connection, 'Tried out', 'Is anybody there?')
    const [rows] = await connection.execute('SELECT * FROM messages WHERE conversation_id = ?', [
      id,
    ])
    console.table(rows)
    // TEXT does not hold 70,000 characters, so neither row may stay.
    const outcome = await createWithFirstMessage(
      connection,
      'Tried out, too long',
      'x'.repeat(70_000),
    ).catch((error: Error) => error.message)
    console.log('The second call:', outcome)
    const [left] = await connection.query(
      "SELECT * FROM conversations WHERE title = 'Tried out, too long'",
    )
    console.log('Left behind by it:', left)
  } finally {
    // Undone, so that you can run this as often as you like.
    await connection.query("DELETE FROM conversations WHERE title LIKE 'Tried out%'")
  }
})
