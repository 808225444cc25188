import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Every connection is destroyed, whatever it does.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  const { close } = database
  const open = new Set<{ destroy(): void }>()
  database.pool.on('connection', (connection) => open.add(connection))
  database.close = () => {
    for (const connection of open) connection.destroy()
    return close()
  }
  return database
}
