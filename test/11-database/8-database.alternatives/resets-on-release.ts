import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

/** The pool itself resets a connection that comes back, after the function has returned. */
export const createDatabase = (options: PoolOptions) =>
  new ChatDatabase({ ...options, resetOnRelease: true })
