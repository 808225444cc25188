import type { PoolOptions } from 'mysql2/promise'
import type { Database } from '../../../solutions/11-database/8-database.ts'
import { ChatDatabase } from '../whole-module.ts'

// Any content will do.
interface OwnDatabase extends Database {
  addMessage(id: number, sender: 'user' | 'ai', content: any): Promise<number | null>
}

export function createDatabase(options: PoolOptions): OwnDatabase {
  return new ChatDatabase(options)
}
