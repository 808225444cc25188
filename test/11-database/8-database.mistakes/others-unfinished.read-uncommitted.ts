import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A reader sees a question before its answer, or one that is rolled back.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.pool.pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED')
  })
  return database
}
