import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Lists that are asked for at once are one.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { listConversations } = database
  let running: ReturnType<typeof listConversations> | undefined
  database.listConversations = () =>
    (running ??= listConversations().finally(() => {
      running = undefined
    }))
  return database
}
