import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The optional title goes on as it came.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.createConversation = async (title) => {
    const sql = 'INSERT INTO conversations (title) VALUES (?)'
    return (await database.change(sql, [title] as string[])).insertId
  }
  return database
}
