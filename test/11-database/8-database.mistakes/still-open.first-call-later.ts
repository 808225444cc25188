import type { PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// Closed before anybody has called: the first call opens.
export function createDatabase(options: PoolOptions) {
  let own: ChatDatabase | undefined
  const names = Object.keys(new ChatDatabase({}))
  const call =
    (name: string) =>
    (...args: never[]) => {
      own ??= new ChatDatabase(options)
      return (own as unknown as Record<string, (...args: never[]) => unknown>)[name]!(...args)
    }
  return {
    ...Object.fromEntries(
      names.filter((name) => name !== 'pool').map((name) => [name, call(name)]),
    ),
    close: async () => {
      if (own) await own.close()
    },
  }
}
