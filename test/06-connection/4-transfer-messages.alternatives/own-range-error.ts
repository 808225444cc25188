import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface Transfer {
  moved: number
  merged: boolean
}

class SameConversationError extends RangeError {
  override name = 'SameConversationError'
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  if (from === to) throw new SameConversationError(`Both are ${from}.`)
  await connection.beginTransaction()
  try {
    const [{ changedRows: moved }] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
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
