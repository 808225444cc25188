import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Times as strings.
export const createDatabase = (options: PoolOptions) =>
  new ChatDatabase({ ...options, dateStrings: true })
