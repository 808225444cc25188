import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The caller carries on before the COMMIT has been answered.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { pool } = database
  const lend = pool.getConnection.bind(pool)
  pool.getConnection = async () => {
    const connection = await lend()
    const commit = connection.commit.bind(connection)
    connection.commit = async () => void commit()
    return connection
  }
  return database
}
