import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

/**
 * Moves all messages of the conversation `from` into the conversation `to`, in one transaction. Then merges the two:
 * adds a message from the `'ai'` to `to`, `Merged from conversation <from>`, and deletes the emptied conversation.
 * If the merge is refused, nothing of it remains, but the move is kept. If the move itself fails, nothing changes
 * and the error is thrown. A conversation can't be merged with itself: that is a RangeError.
 */
export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  // TODO: move the messages, set a savepoint, merge; go back to the savepoint if the merge is refused
  throw new Error('TODO')
}

// npx tsx lessons/06-connection/4-transfer-messages.ts
await practise(import.meta, async (connection) => {
  const add = 'INSERT INTO conversations (title) VALUES (?)'
  const [one] = await connection.execute<ResultSetHeader>(add, ['Tea'])
  const [two] = await connection.execute<ResultSetHeader>(add, ['More tea'])
  const both = [one.insertId, two.insertId]
  try {
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [two.insertId, 'Green or black?'],
    )
    console.log(await transferMessages(connection, two.insertId, one.insertId))
    const [rows] = await connection.query('SELECT * FROM messages WHERE conversation_id IN (?)', [
      both,
    ])
    console.table(rows)
  } finally {
    // Undone, so that you can run this as often as you like.
    await connection.query('DELETE FROM conversations WHERE id IN (?)', [both])
  }
})
