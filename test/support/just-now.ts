import { found } from './findings.ts'
import type { Server } from './server.ts'

/** Of the time while some work ran, by the server's clock. */
export interface JustNow<T> {
  result: T
  /** Was this time written by the work, as the server's present time? @param time as `server.query()` gives it */
  isNow(time: string | null | undefined): boolean
  /** Fails unless it is. @param what in code: `messages.timestamp` */
  expectNow(time: string | null | undefined, what: string): void
  /** For the details of a finding. */
  readonly expected: string
}

/**
 * Runs `work`, between two looks at the server's clock. A column without fractions rounds `NOW(6)`, `NOW()` cuts it off: a
 * time may be up to a second past the end, and in the same second as the beginning.
 */
export async function betweenNow<T>(
  { query }: Pick<Server, 'query'>,
  work: () => Promise<T>,
): Promise<JustNow<T>> {
  const clock = async (sql: string) =>
    (await query<{ now: string }>(`SELECT ${sql} AS now`))[0]!.now
  const from = await clock('NOW()')
  const result = await work()
  const to = await clock('NOW(6) + INTERVAL 1 SECOND')
  // All have one form, so texts compare as times do; `to` alone has a fraction.
  const isNow = (time: unknown) => typeof time === 'string' && time >= from && time <= to
  const expected = `${from} … ${to}`
  return {
    result,
    isNow,
    expected,
    expectNow(time, what) {
      const details = { expected, seen: String(time) }
      if (!isNow(time)) throw found('finding.value', { what, ...details }, details)
    },
  }
}
