import type { PoolOptions, RowDataPacket } from 'mysql2/promise'
import type { Database } from '../../../solutions/11-database/8-database.ts'
import { ChatDatabase } from '../whole-module.ts'

// Rows, but of which columns?
interface OwnDatabase extends Omit<Database, 'search'> {
  search(text: string): Promise<RowDataPacket[]>
}

export function createDatabase(options: PoolOptions): OwnDatabase {
  return new ChatDatabase(options)
}
