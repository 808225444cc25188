import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// It waits for a second at most.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { close } = database
  let closing: Promise<void> | undefined
  database.close = () =>
    (closing ??= Promise.race([close(), new Promise<void>((resolve) => setTimeout(resolve, 1000))]))
  return database
}
