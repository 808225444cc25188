import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Searches for one text at once are one.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { search } = database
  const running = new Map<string, ReturnType<typeof search>>()
  database.search = (text) => {
    const old = running.get(text)
    if (old) return old
    const answer = search(text).finally(() => running.delete(text))
    running.set(text, answer)
    return answer
  }
  return database
}
