import { setTimeout as delay } from 'node:timers/promises'
import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import { byTest, mistake, type Server } from '#support'

// What several specs of this lesson ask.

export interface Outcome<T = unknown> {
  value?: T
  error?: unknown
}

/** What came of it, without throwing. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
}

/** Fails with the mistake if `work` is not through after two seconds. */
export async function soon<T>(work: Promise<T>, otherwise: string): Promise<T> {
  const late = delay(2000).then(() => {
    throw mistake(otherwise, { expected: 'a free connection', seen: 'none after 2 s' })
  })
  late.catch(() => {})
  return Promise.race([work, late])
}

/** Fails unless the error of `work` reached the caller, the very same object. */
export function expectThrown(outcome: Outcome, thrown: unknown): void {
  const seen = 'error' in outcome ? String(outcome.error) : (outcome.value ?? String(outcome.value))
  const details = { expected: thrown, seen }
  if (!('error' in outcome)) throw mistake('swallows-errors', details)
  if (outcome.error !== thrown) throw mistake('error-replaced', details)
}

/** Fails if a connection of the student's is open beyond those that may stay. */
export async function expectNoneOpen(
  server: Server,
  mayStay: Connection[],
  otherwise: string,
): Promise<void> {
  const seen = await server.leftOpen(...mayStay)
  if (seen.length > 0) throw mistake(otherwise, { expected: [], seen })
}

/** Fails unless these connections took leave: `end()` sends `Quit`, `destroy()` does not. */
export async function expectQuit(server: Server, threads: readonly number[]): Promise<void> {
  const statements = await server.statements()
  for (const thread of threads) {
    const own = statements.filter((one) => Number(one.thread) === thread)
    if (own.some(({ command }) => command === 'Quit')) continue
    throw mistake('no-quit', { expected: 'Quit', seen: own.map(({ command }) => command) })
  }
}

/** The server's number of a connection that the pool lends. */
export async function threadOf(pool: Pool): Promise<number> {
  const [rows] = await pool.query<(RowDataPacket & { id: number })[]>(
    byTest('SELECT CONNECTION_ID() AS id'),
  )
  return rows[0]!.id
}
