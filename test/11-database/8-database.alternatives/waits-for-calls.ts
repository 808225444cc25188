import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// close() also lets a transaction finish that is between two statements.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const running = new Set<Promise<unknown>>()
  const { close } = database
  let closing: Promise<void> | undefined
  for (const [name, method] of Object.entries(database) as [
    string,
    (...args: unknown[]) => Promise<unknown>,
  ][]) {
    if (typeof method !== 'function' || name === 'close') continue
    Object.assign(database, {
      [name]: async (...args: unknown[]) => {
        if (closing) throw new Error('The database is closed.')
        const call = method(...args)
        running.add(call)
        try {
          return await call
        } finally {
          running.delete(call)
        }
      },
    })
  }
  database.close = () => (closing ??= Promise.allSettled(running).then(() => close()))
  return database
}
