import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface NewMessage {
  sender: 'user' | 'ai'
  content: string
}

/**
 * Adds messages to the conversation `id` with one INSERT and returns their ids, in the order of `messages`.
 * For an empty list it sends nothing to the server and returns an empty array.
 */
export async function insertMany(
  connection: Connection,
  id: number,
  messages: NewMessage[],
): Promise<number[]> {
  // #region TODO: insert all rows at once; insertId is the first of their ids, the step is @@auto_increment_increment
  if (messages.length === 0) return []
  const [result] = await connection.query<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
    [messages.map(({ sender, content }) => [id, sender, content])],
  )
  const [settings] = await connection.query<(RowDataPacket & { step: number })[]>(
    'SELECT @@auto_increment_increment AS step',
  )
  const { step } = settings[0]!
  return messages.map((_message, index) => result.insertId + index * step)
  // #endregion
}

// npx tsx lessons/07-cursor/3-insert-many.ts
await practise(import.meta, async (connection) => {
  await connection.beginTransaction()
  const ids = await insertMany(connection, 1, [
    { sender: 'user', content: 'And an index?' },
    { sender: 'ai', content: 'A sorted copy of a column, to find rows by.' },
  ])
  console.log('The new ids:', ids)
  const [rows] = await connection.query('SELECT * FROM messages WHERE id IN (?)', [ids])
  console.table(rows)
  // Undone, so that you can run this as often as you like.
  await connection.rollback()
})
