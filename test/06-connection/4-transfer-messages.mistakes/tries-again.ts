// A deadlock during the move: once more.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export interface Transfer {
  moved: number
  merged: boolean
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  return once(connection, from, to).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(connection, from, to)
  })
}

async function once(connection: Connection, from: number, to: number): Promise<Transfer> {
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
    "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
    [to, `Merged from conversation ${from}`],
  )
  await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
}
