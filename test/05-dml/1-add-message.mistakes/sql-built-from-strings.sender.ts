import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

/**
 * Adds a message to a conversation and moves the conversation's `updated_at` to now, by the server's clock.
 * If the server rejects the message, nothing has changed, and the error reaches the caller.
 * @returns the id that the server gave to the message
 */
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  // #region TODO: finish the INSERT, then UPDATE the conversation; the first result contains the new id
  //= const { conversationId, sender, content } = message
  //= const [result] = await connection.execute<ResultSetHeader>('INSERT INTO messages ____', [])
  //= throw new Error('TODO')
  const { conversationId, sender, content } = message
  const [result] = await connection.execute<ResultSetHeader>(
    `INSERT INTO messages (conversation_id, sender, content) VALUES (?, '${sender}', ?)`,
    [conversationId, content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    conversationId,
  ])
  return result.insertId
  // #endregion
}

// npx tsx lessons/05-dml/1-add-message.ts
await practise(import.meta, async (connection) => {
  // A transaction that is rolled back at the end: your practice rows stay as they are. Lesson 06 explains it.
  await connection.beginTransaction()
  const [made] = await connection.execute<ResultSetHeader>(
    `INSERT INTO conversations (title, updated_at) VALUES ('A try', '2026-01-01')`,
  )
  const conversationId = made.insertId
  const id = await addMessage(connection, { conversationId, sender: 'ai', content: "It's me" })
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.*, c.updated_at FROM messages AS m
     JOIN conversations AS c ON c.id = m.conversation_id WHERE m.id = ?`,
    [id],
  )
  console.table(rows)
  await connection.rollback()
})
