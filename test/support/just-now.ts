import type { Connection } from 'mysql2/promise'
import { vi } from 'vitest'
import { byTest } from './by-test.ts'
import { found } from './findings.ts'
import type { Server } from './server.ts'

/** Of the time while some work ran, by the server's clock. */
export interface JustNow<T> {
  result: T
  /** Was this time written by the work, as the server's present time? @param time as `server.query()` gives it */
  isNow(time: string | null | undefined): boolean
  /** Fails unless it is. @param what in code: `messages.timestamp` */
  expectNow(time: string | null | undefined, what: string): void
  /** Fails if it comes from the clock of this computer, which is two days ahead in the meantime. */
  expectNotOurs(time: string | null | undefined, what: string): void
  /** For the details of a finding. */
  readonly expected: string
}

/**
 * Runs `work`, between two looks at the server's clock. A column without fractions rounds `NOW(6)`, `NOW()` cuts it off: a
 * time may be up to a second past the end, and in the same second as the beginning. Meanwhile `Date` is two days ahead: a time
 * from there is not the server's.
 * @param stopped a connection whose `NOW()` stands still at another time meanwhile: then not even a second may be added
 */
export async function betweenNow<T>(
  { query }: Pick<Server, 'query'>,
  work: () => Promise<T>,
  stopped?: Connection,
): Promise<JustNow<T>> {
  const clock = async (sql: string) =>
    (await query<{ now: string }>(`SELECT ${sql} AS now`))[0]!.now
  const still = stopped && (await clock('NOW() + INTERVAL 450 SECOND'))
  const seconds = Date.parse(`${still?.replace(' ', 'T')}Z`) / 1000
  await stopped?.query(byTest(`SET timestamp = ${seconds}`))
  const from = await clock('NOW()')
  vi.setSystemTime(Date.now() + 2 * day)
  const result = await (async () => work())().finally(() => vi.useRealTimers())
  // A connection may be lost by now.
  await stopped?.query(byTest('SET timestamp = DEFAULT')).catch(() => {})
  const to = await clock('NOW(6) + INTERVAL 1 SECOND')
  // Whatever zone the driver has it in.
  const ours = {
    from: await clock('NOW() + INTERVAL 1 DAY'),
    to: await clock('NOW() + INTERVAL 3 DAY'),
  }
  // All have one form, so texts compare as times do; `to` alone has a fraction.
  const isNow = (time: unknown) =>
    typeof time === 'string' && ((time >= from && time <= to) || time === still)
  const expected = still ?? `${from} … ${to}`
  const expectNotOurs = (time: unknown, what: string) => {
    if (typeof time !== 'string' || time < ours.from || time > ours.to) return
    const details = { expected, seen: time }
    throw found('finding.own-clock', { what, ...details }, details)
  }
  return {
    result,
    isNow,
    expected,
    expectNotOurs,
    expectNow(time, what) {
      expectNotOurs(time, what)
      const details = { expected, seen: String(time) }
      if (!isNow(time)) throw found('finding.value', { what, ...details }, details)
    },
  }
}

// --- internal ---

/** Milliseconds. */
const day = 86_400_000
