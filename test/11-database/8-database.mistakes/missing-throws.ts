import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A conversation that is gone is an error.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { getHistory } = database
  database.getHistory = async (id) => {
    const history = await getHistory(id)
    if (!history) throw new Error(`There is no conversation ${id}.`)
    return history
  }
  return database
}
