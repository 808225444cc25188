import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Fifty may wait.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase({ queueLimit: 50, ...options })
}
