import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Nobody can replace a function of it.
export function createDatabase(options: PoolOptions) {
  return Object.freeze(new ChatDatabase({ ...options }))
}
