import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// When all connections are lent, the next caller gets an error.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase({ ...options, waitForConnections: false })
}
