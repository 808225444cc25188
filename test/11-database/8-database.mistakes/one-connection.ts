import { createConnection, type Connection, type Pool, type PoolOptions } from 'mysql2/promise'
import { ChatDatabase } from '../whole-module.ts'

// One connection that all callers share; when it is gone, it is gone.
export function createDatabase(options: PoolOptions) {
  const database = new ChatDatabase(options)
  let connection: Promise<Connection> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const { host, port, user, password, database: schema } = options
  const connect = () =>
    (connection ??= createConnection({ host, port, user, password, database: schema }))
  database.pool = {
    execute: async (...args: Parameters<Connection['execute']>) =>
      (await connect()).execute(...args),
    async getConnection() {
      const before = turn
      let release = () => {}
      turn = new Promise<void>((resolve) => (release = resolve))
      await before
      return Object.assign(await connect(), { release })
    },
    end: async () => (await connection)?.end(),
  } as unknown as Pool
  return database
}
