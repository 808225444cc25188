// Without gap locks another session can add a message to the emptied conversation, and the cascade deletes it.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  if (from === to) throw new RangeError('A conversation cannot be merged with itself')
  await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED') // for this transaction only
  await connection.beginTransaction()
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
    await connection.query('SAVEPOINT moved')
    let merged = true
    try {
      await connection.execute(
        "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
        [to, `Merged from conversation ${from}`],
      )
      await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
    } catch {
      await connection.query('ROLLBACK TO SAVEPOINT moved')
      merged = false
    }
    await connection.commit()
    return { moved: result.affectedRows, merged }
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
