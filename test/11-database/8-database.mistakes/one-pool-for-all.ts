import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

let shared: ChatDatabase | undefined

// Whoever closes their module closes everybody's.
export function createDatabase(options: PoolOptions) {
  shared ??= new ChatDatabase(options)
  return shared
}
