import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Transfer {
  /** How many messages were moved. */
  moved: number
  /** Was the emptied conversation deleted? */
  merged: boolean
}

async function countMessages(connection: Connection, id: number): Promise<number> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM messages WHERE conversation_id = ?',
    [id],
  )
  return Number(rows[0]?.n)
}

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  if (from === to) throw new RangeError('A conversation cannot be merged with itself.')
  await connection.beginTransaction()
  try {
    const before = await countMessages(connection, to)
    await connection.execute('UPDATE messages SET conversation_id = ? WHERE conversation_id = ?', [
      to,
      from,
    ])
    const moved = (await countMessages(connection, to)) - before
    await connection.query('SAVEPOINT moved')
    let merged = true
    try {
      await connection.execute(
        "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
        [to, `Merged from conversation ${from}`],
      )
      await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
    } catch {
      merged = false
      await connection.query('ROLLBACK TO SAVEPOINT moved')
    }
    await connection.commit()
    return { moved, merged }
  } catch (error) {
    await connection.rollback().catch(() => {})
    throw error
  }
}
