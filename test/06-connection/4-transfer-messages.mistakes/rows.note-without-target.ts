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
  if (from === to) throw new RangeError('A conversation cannot be merged with itself.')
  await connection.beginTransaction()
  try {
    const [move] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
    await connection.query('SAVEPOINT moved')
    let merged = true
    try {
      await connection.execute(
        `INSERT INTO messages (conversation_id, sender, content)
         SELECT id, 'ai', ? FROM conversations WHERE id = ?`,
        [`Merged from conversation ${from}`, to],
      )
      await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
    } catch {
      merged = false
      await connection.query('ROLLBACK TO SAVEPOINT moved')
    }
    await connection.commit()
    return { moved: move.affectedRows, merged }
  } catch (error) {
    await connection.rollback().catch(() => {})
    throw error
  }
}
