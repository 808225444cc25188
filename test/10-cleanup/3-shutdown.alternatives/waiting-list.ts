import type { Pool } from 'mysql2/promise'

interface Caller {
  resolve(): void
  reject(error: unknown): void
}

const callers = new WeakMap<Pool, Caller[] | 'closed'>()

// Whoever comes while it closes stands in line; whoever comes later finds it closed.
export function shutdown(pool: Pool): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting = callers.get(pool)
    if (waiting === 'closed') return resolve()
    if (waiting) return void waiting.push({ resolve, reject })
    const first: Caller[] = [{ resolve, reject }]
    callers.set(pool, first)
    pool.end().then(
      () => answer(pool, first, (caller) => caller.resolve()),
      (error: unknown) => answer(pool, first, (caller) => caller.reject(error)),
    )
  })
}

function answer(pool: Pool, waiting: Caller[], tell: (caller: Caller) => void) {
  callers.set(pool, 'closed')
  waiting.forEach(tell)
}
