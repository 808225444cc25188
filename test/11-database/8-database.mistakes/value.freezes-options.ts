import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Freezes the options.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase(Object.freeze(options))
}
