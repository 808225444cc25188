import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function transferMessages(
  connection: Connection,
  from: number,
  to: number,
): Promise<{ moved: number; merged: boolean }> {
  if (from === to) throw new RangeError(`${from} and ${to} are one conversation`)
  await connection.beginTransaction()
  let moved = 0
  try {
    const [rows] = await connection.query<ResultSetHeader>(
      'UPDATE messages SET ? WHERE conversation_id = ?',
      [{ conversation_id: to }, from],
    )
    moved = rows.affectedRows
    await connection.query('SAVEPOINT moved')
  } catch (error) {
    await connection.rollback().catch(() => {})
    throw error
  }
  try {
    const content = `Merged from conversation ${from}`
    await connection.query('INSERT INTO messages SET ?', [
      { conversation_id: to, sender: 'ai', content },
    ])
    await connection.query('DELETE FROM conversations WHERE id = ?', [from])
    await connection.commit()
    return { moved, merged: true }
  } catch {
    await connection.query('ROLLBACK TO SAVEPOINT moved')
    await connection.commit()
    return { moved, merged: false }
  }
}
