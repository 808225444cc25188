import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The module has every function, and its type names none of them.
export function createDatabase(options: PoolOptions): any {
  return new ChatDatabase(options)
}
