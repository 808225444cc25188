import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

// No note if there is no message at all.
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
}

async function merge(connection: Connection, from: number, to: number): Promise<void> {
  await connection.execute(
    "INSERT INTO messages (conversation_id, sender, content) SELECT ?, 'ai', ? FROM DUAL WHERE EXISTS (SELECT 1 FROM messages)",
    [to, `Merged from conversation ${from}`],
  )
  await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
}
