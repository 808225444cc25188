import type { PoolOptions } from 'mysql2/promise'
import type { Database } from '../../../solutions/11-database/8-database.ts'
import { ChatDatabase } from '../whole-module.ts'

// The module closes, and its type does not tell.
export function createDatabase(options: PoolOptions): Omit<Database, 'close'> {
  return new ChatDatabase(options)
}
