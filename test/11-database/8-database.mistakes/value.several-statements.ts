import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// One apostrophe more, and a second statement runs.
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase({ ...options, multipleStatements: true })
}
