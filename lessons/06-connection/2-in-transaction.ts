import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Runs `work` in a transaction, on one connection of the pool.
 * When `work` resolves, the transaction is committed and its result is returned. When it throws, the transaction is
 * rolled back and the same error is thrown. Either way the connection goes back to the pool with no transaction open.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  // TODO: take a connection, begin, wait for work, commit or roll back, and give the connection back
  throw new Error('TODO')
}

// npx tsx lessons/06-connection/2-in-transaction.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  const pool = createPool({ host, port, user, password, database, connectionLimit: 1 })
  const find = "SELECT id, title FROM conversations WHERE title = 'Changed my mind'"
  try {
    const outcome = await inTransaction(pool, async (inside) => {
      await inside.query("INSERT INTO conversations (title) VALUES ('Changed my mind')")
      const [rows] = await inside.query(find)
      console.log('Inside the transaction:', rows)
      throw new Error('I changed my mind')
    }).catch((error: Error) => error.message)
    console.log('It ended with:', outcome)
    const [rows] = await connection.query(find)
    console.log('Afterwards:', rows)
  } finally {
    await pool.end()
    await connection.query("DELETE FROM conversations WHERE title = 'Changed my mind'")
  }
})
