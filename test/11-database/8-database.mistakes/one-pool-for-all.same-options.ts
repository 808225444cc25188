import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

const known = new WeakMap<PoolOptions, ChatDatabase>()

// Two modules that are created with one object share a pool: closing one closes the other.
export function createDatabase(options: PoolOptions) {
  const database = known.get(options) ?? new ChatDatabase(options)
  known.set(options, database)
  return database
}
