import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Callers wait where the options say that they get an error.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase({ ...options, waitForConnections: true, queueLimit: 0 })
}
