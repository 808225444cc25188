import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The zone is typed in.
export const createDatabase = (options: PoolOptions) =>
  new ChatDatabase({ ...options, timezone: '+03:00' })
