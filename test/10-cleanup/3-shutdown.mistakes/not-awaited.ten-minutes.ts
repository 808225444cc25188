import type { Pool } from 'mysql2/promise'

const within = <V>(ms: number, promise: Promise<V>): Promise<V | undefined> => {
  let timer: NodeJS.Timeout
  const late = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), ms)),
  )
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

const ends = new WeakMap<Pool, Promise<void>>()

export function shutdown(pool: Pool): Promise<void> {
  const end = ends.get(pool) ?? within(600_000, pool.end()).then(() => {})
  ends.set(pool, end)
  return end
}
