import { randomUUID } from 'node:crypto'
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  const xid = `'${randomUUID()}'`
  await connection.query(`XA START ${xid}`)
  try {
    const [{ insertId }] = await connection.execute<ResultSetHeader>(
      'INSERT INTO conversations (title) VALUES (?)',
      [title],
    )
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [insertId, content],
    )
    await connection.query(`XA END ${xid}`)
    await connection.query(`XA COMMIT ${xid} ONE PHASE`)
    return insertId
  } catch (error) {
    // The first of the two is refused when it has already ended; only the second one counts.
    await connection.query(`XA END ${xid}`).catch(() => {})
    await connection.query(`XA ROLLBACK ${xid}`).catch(() => {})
    throw error
  }
}
