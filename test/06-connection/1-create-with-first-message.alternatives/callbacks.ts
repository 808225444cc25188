import { promisify } from 'node:util'
import type { Connection as Inner } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// Over the connection with callbacks that is inside the one with promises.
export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  const inner = (connection as unknown as { connection: Inner }).connection
  const send = promisify<string, unknown[], { insertId: number }>((sql, values, done) =>
    inner.query<never>(sql, values, done),
  )
  await send('START TRANSACTION', [])
  try {
    const { insertId } = await send('INSERT INTO conversations SET title = ?', [title])
    const message = { conversation_id: insertId, sender: 'user', content }
    await send('INSERT INTO messages SET ?', [message])
    await send('COMMIT', [])
    return insertId
  } catch (error) {
    await send('ROLLBACK', [])
    throw error
  }
}
