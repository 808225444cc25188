import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Question and answer are swapped.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { saveTurn } = database
  database.saveTurn = (id, userText, aiText) => saveTurn(id, aiText, userText)
  return database
}
