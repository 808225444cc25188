// The DELETE is already on its way when a deadlock in the INSERT undoes everything: it runs outside the transaction, and cascades.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

async function merge(connection: Connection, from: number, to: number): Promise<boolean> {
  await connection.query('SAVEPOINT `before the merge`')
  const outcomes = await Promise.allSettled([
    connection.query(
      "INSERT INTO messages SET conversation_id = ?, sender = 2, content = CONCAT('Merged from conversation ', ?)",
      [to, from],
    ),
    connection.query('DELETE FROM conversations WHERE id = ?', [from]),
  ])
  if (outcomes.every(({ status }) => status === 'fulfilled')) return true
  await connection.query('ROLLBACK TO `before the merge`')
  return false
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  if (Object.is(from, to)) throw new RangeError(`${from} cannot be merged with itself`)
  await connection.query('START TRANSACTION')
  try {
    const [{ affectedRows: moved }] = await connection.query<ResultSetHeader>(
      'UPDATE messages SET ? WHERE conversation_id = ?',
      [{ conversation_id: to }, from],
    )
    const merged = await merge(connection, from, to)
    await connection.query('COMMIT')
    return { moved, merged }
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  }
}
