import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// While one write waits for a lock, a write to another conversation waits, too.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  let tail: Promise<unknown> = Promise.resolve()
  const { write } = database
  database.write = (...args) => {
    const next = tail.then(() => write.apply(database, args))
    tail = next.catch(() => {})
    return next
  }
  return database
}
