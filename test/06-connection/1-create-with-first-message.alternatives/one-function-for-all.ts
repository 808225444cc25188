// The shape of a transaction, written once; the rollback may fail.
import type { Connection, ResultSetHeader } from 'mysql2/promise'

async function allOrNothing<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.query('START TRANSACTION READ WRITE')
  return work().then(
    async (result) => {
      await connection.query('COMMIT WORK')
      return result
    },
    async (error: unknown) => {
      await connection.query('ROLLBACK WORK').catch(() => {})
      throw error
    },
  )
}

export function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  return allOrNothing(connection, async () => {
    const sql = 'INSERT INTO conversations SET ?'
    const [{ insertId }] = await connection.query<ResultSetHeader>(sql, [{ title }])
    const message = { conversation_id: insertId, sender: 'user', content }
    await connection.query('INSERT INTO messages SET ?', [message])
    return insertId
  })
}
