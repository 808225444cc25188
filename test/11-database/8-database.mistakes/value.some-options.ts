import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Some of the options, and not those that nobody has thought of.
export function createDatabase(options: PoolOptions) {
  const { host, port, user, password, database, connectionLimit } = options
  return new ChatDatabase({ host, port, user, password, database, connectionLimit })
}
