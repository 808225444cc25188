import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

interface Transfer {
  moved: number
  merged: boolean
}

// Messages that somebody is changing stay, and go with their conversation.
export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<Transfer> {
  if (from === to) throw new RangeError(`Conversation ${from} can't be merged with itself.`)
  await connection.beginTransaction()
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM messages WHERE conversation_id = ? FOR UPDATE SKIP LOCKED',
      [from],
    )
    const moved = rows.length
    for (const { id } of rows) {
      await connection.execute('UPDATE messages SET conversation_id = ? WHERE id = ?', [to, id])
    }
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
