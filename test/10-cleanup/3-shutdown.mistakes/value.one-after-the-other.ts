import type { Pool } from 'mysql2/promise'

const endings = new WeakMap<Pool, Promise<void>>()
let last: Promise<void> = Promise.resolve()

export function shutdown(pool: Pool): Promise<void> {
  let ending = endings.get(pool)
  if (!ending) {
    ending = last.then(() => pool.end())
    endings.set(pool, ending)
    last = ending
  }
  return ending
}
