import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

/** A class, written without the seven files. */
export function createDatabase(options: PoolOptions) {
  return new ChatDatabase(options)
}
