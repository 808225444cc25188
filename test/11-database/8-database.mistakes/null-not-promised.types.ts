import type { PoolOptions } from 'mysql2/promise'
import type { Database } from '../../../solutions/11-database/8-database.ts'
import { ChatDatabase } from '../whole-module.ts'

// There may be no such conversation, and the type hides it.
interface OwnDatabase extends Omit<Database, 'getHistory'> {
  getHistory(id: number): Promise<NonNullable<Awaited<ReturnType<Database['getHistory']>>>>
}

export function createDatabase(options: PoolOptions) {
  return new ChatDatabase(options) as unknown as OwnDatabase
}
