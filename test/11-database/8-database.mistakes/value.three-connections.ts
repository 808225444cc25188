import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Three connections at most, whatever the options say.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase({
    ...options,
    connectionLimit: Math.min(options.connectionLimit ?? 10, 3),
  })
}
