import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Borrows a connection from the pool for `work` and gives it back clean: a transaction that `work` left open is rolled
 * back first. Works with a pool of one connection, any number of times, even after an error or a KILL.
 * @returns what `work` returned
 * @throws what `work` threw, or what kept the pool from lending a connection
 */
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  // TODO: borrow a connection, run work, and give it back without an open transaction
  throw new Error('TODO')
}

// npx tsx lessons/10-cleanup/2-with-pooled.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  const pool = createPool({ host, port, user, password, database, connectionLimit: 1 })
  const forgetful = async (own: PoolConnection) => {
    await own.beginTransaction()
    await own.query("INSERT INTO conversations (title) VALUES ('Never saved')")
    return own.threadId
  }
  try {
    const first = await withPooled(pool, forgetful)
    const second = await withPooled(pool, async (own) => own.threadId)
    console.log('The same connection twice:', first === second)
    const [rows] = await pool.query("SELECT id FROM conversations WHERE title = 'Never saved'")
    console.log('Left behind by the transaction:', rows)
  } finally {
    await pool.end()
  }
})
