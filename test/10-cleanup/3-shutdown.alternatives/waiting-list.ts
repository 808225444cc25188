import type { Pool } from 'mysql2/promise'

type Ending = { error?: unknown }
type Caller = (ending: Ending) => void

const callers = new WeakMap<Pool, Caller[]>()
const endings = new WeakMap<Pool, Ending>()

// Callers that come while it closes wait in line; later ones are told how it ended.
export function shutdown(pool: Pool): Promise<void> {
  return new Promise((resolve, reject) => {
    const caller = (ending: Ending) => ('error' in ending ? reject(ending.error) : resolve())
    const ending = endings.get(pool)
    if (ending) return caller(ending)
    const waiting = callers.get(pool)
    if (waiting) return void waiting.push(caller)
    callers.set(pool, [caller])
    pool.end().then(
      () => tell(pool, {}),
      (error: unknown) => tell(pool, { error }),
    )
  })
}

function tell(pool: Pool, ending: Ending) {
  endings.set(pool, ending)
  for (const caller of callers.get(pool) ?? []) caller(ending)
}
