import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// It changes what belongs to the caller.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(
    Object.assign(options, {
      connectionLimit: options.connectionLimit ?? 10,
      waitForConnections: true,
    }),
  )
  return database
}
