import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<{ moved: number; merged: boolean }> {
  if (from === to) throw new RangeError('the same conversation')
  await connection.beginTransaction()
  try {
    const [{ affectedRows: moved }] = await connection.execute<ResultSetHeader>(
      'UPDATE messages SET conversation_id = ? WHERE conversation_id = ?',
      [to, from],
    )
    await connection.query('SAVEPOINT moved')
    let merged = true
    try {
      await connection.execute('DELETE FROM conversations WHERE id = ?', [from])
      await connection.execute(
        "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
        [to, `Merged from conversation ${from}`],
      )
      connection.query('RELEASE SAVEPOINT moved')
    } catch {
      merged = false
      await connection.query('ROLLBACK TO SAVEPOINT moved')
    }
    await connection.commit()
    return { moved, merged }
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
