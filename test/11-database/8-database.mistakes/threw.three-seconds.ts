import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// After three seconds the caller is told that it took too long, and the turn is saved all the same.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { saveTurn } = database
  const late = async () => {
    await sleep(3000, undefined, { ref: false })
    throw new Error('Timed out')
  }
  database.saveTurn = (...args) => Promise.race([saveTurn(...args), late()])
  return database
}
