import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Another zone in the options does not count.
export const createDatabase = (options: PoolOptions) =>
  new ChatDatabase({ ...options, timezone: 'Z' })
