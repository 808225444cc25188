import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

let shared: ChatDatabase | undefined

// Closing one module closes all of them.
export function createDatabase(options: PoolOptions) {
  shared ??= new ChatDatabase(options)
  return shared
}
