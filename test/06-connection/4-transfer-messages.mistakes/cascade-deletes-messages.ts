import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<{ moved: number; merged: boolean }> {
  if (from === to) throw new RangeError('the same conversation')
  await connection.beginTransaction()
  try {
    await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
    const [{ affectedRows: moved }] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
      [to, `Merged from conversation ${from}`],
    )
    await connection.commit()
    return { moved, merged: true }
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
