import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// After the end it starts over.
export function createDatabase(options: PoolOptions) {
  let current = new ChatDatabase(options)
  const closed = new WeakSet<ChatDatabase>()
  return new Proxy(current, {
    get(_target, name) {
      if (name === 'close') {
        return async () => {
          closed.add(current)
          await current.close()
        }
      }
      if (closed.has(current)) current = new ChatDatabase(options)
      return Reflect.get(current, name)
    },
  })
}
