import type { PoolOptions } from 'mysql2/promise'
import type { Database } from '../../../solutions/11-database/8-database.ts'
import { ChatDatabase } from '../whole-module.ts'

// The module closes, but its type does not say so.
export function createDatabase(options: PoolOptions): Omit<Database, 'close'> {
  return new ChatDatabase(options)
}
