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
  // #region TODO: move the messages, set a savepoint, merge; go back to the savepoint if the merge is refused
  if (from === to) throw new RangeError(`Conversation ${from} can't be merged with itself.`)
  await connection.beginTransaction()
  try {
    const [{ affectedRows: moved }] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
    // query(), since SAVEPOINT can't be prepared (error 1295).
    await connection.query('SAVEPOINT moved')
    const merged = await merge(connection, from, to).then(
      () => true,
      () => false,
    )
    if (!merged) await connection.query('ROLLBACK TO SAVEPOINT moved')
    await connection.commit()
    return { moved, merged }
  } catch (error) {
    await connection.rollback()
    throw error
  }
  // #endregion
}

// #region solution
async function merge(connection: Connection, from: number, to: number): Promise<void> {
  await connection.execute(
    "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
    [to, `Merged from conversation ${from}`],
  )
  await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
}
// #endregion

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
