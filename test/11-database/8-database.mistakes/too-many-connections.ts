import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// A pool for each call, and nobody closes it.
export function createDatabase(options: PoolOptions) {
  const pools: ChatDatabase[] = []
  const anew = (name: string | symbol) => {
    const database = new ChatDatabase(options)
    pools.push(database)
    return Reflect.get(database, name)
  }
  return new Proxy(new ChatDatabase(options), {
    get(target, name) {
      if (name === 'close') return () => Promise.all([target, ...pools].map((one) => one.close()))
      return anew(name)
    },
  })
}
