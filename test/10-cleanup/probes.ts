import { inspect as inspectAny } from 'node:util'
import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import {
  byTest,
  counted,
  expectRanOnce,
  expectValue,
  falsyErrors,
  hostileErrors,
  mistake,
  closedPort,
  type Lab,
  type Server,
} from '#support'

// What several specs of this lesson ask.

export interface Outcome<T = unknown> {
  value?: T
  error?: unknown
}

/** Its result, without throwing. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
}

/** Fails unless the error of `work` reached the caller, the very same object. */
export function expectThrown(outcome: Outcome, thrown: unknown): void {
  // The spec's own finding, not what the answer has thrown.
  if (outcome.error instanceof Error && outcome.error.name === 'WrongAnswer') throw outcome.error
  const seen =
    'error' in outcome ? inspect(outcome.error) : (outcome.value ?? String(outcome.value))
  const details = { expected: inspect(thrown), seen }
  if (!('error' in outcome)) throw mistake('swallows-errors', details)
  if (!Object.is(outcome.error, thrown)) throw mistake('error-replaced', details)
}

type Lend = (work: (own: Connection) => Promise<unknown>) => Promise<unknown>

/**
 * Fails unless whatever work throws reaches the caller, and work runs once, whatever it throws.
 * @param told is in the message of one of the errors
 */
export async function expectAnyErrorThrown(lend: Lend, told = ''): Promise<void> {
  const temporary = Object.assign(new Error('Try again.'), {
    errno: 1213,
    code: 'ER_LOCK_DEADLOCK',
  })
  const lost = Object.assign(new Error('Lost.'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true })
  // Code may examine an error to decide what to do with it: these two can't be examined.
  const { throwingGetters: _, throwingProxy: __, ...hostile } = hostileErrors()
  const open = new Error(`Not sent: ${told}`)
  for (const thrown of [temporary, lost, open, ...falsyErrors, ...Object.values(hostile)]) {
    for (const fail of [() => Promise.reject(thrown), () => throwAtOnce(thrown)]) {
      const work = counted<[Connection], unknown>(fail)
      const before = viewOf(thrown)
      expectThrown(await outcomeOf(() => lend(work.run)), thrown)
      const seen = viewOf(thrown)
      if (seen !== before) throw mistake('error-replaced', { expected: before, seen })
      expectRanOnce(work, 'work()')
    }
  }
}

/** Fails unless what work returns reaches the caller unchanged, even falsy values. */
export async function expectAnyResultReturned(lend: Lend): Promise<void> {
  for (const result of [0, '', false, null, undefined, [], {}, new Error('returned')]) {
    const work = counted<Connection[], unknown>(async (...given) => {
      expectValue(given.length, 1, 'work(connection).length')
      return result
    })
    const seen = await lend(work.run)
    if (seen === undefined && result !== undefined)
      throw mistake('result-lost', { expected: result, seen: 'undefined' })
    expectValue(seen, result, 'work()')
    if (!Object.is(seen, result)) expectValue('a copy', 'the same object', 'work()')
    expectRanOnce(work, 'work()')
  }
}

/** Settings that prevent connecting, each with the resulting error. */
export async function unconnectable({
  options,
  random,
}: Pick<Lab, 'options' | 'random'>): Promise<[Partial<Lab['options']>, { code: string }][]> {
  return [
    [{ port: await closedPort() }, { code: 'ECONNREFUSED' }],
    [{ password: random.word() }, { code: 'ER_ACCESS_DENIED_ERROR' }],
    [{ database: `${options.database}_${random.word()}` }, { code: 'ER_BAD_DB_ERROR' }],
  ]
}

/** Fails if a student's connection is open other than those that may stay. */
export async function expectNoneOpen(
  server: Server,
  mayStay: Connection[],
  otherwise: string,
): Promise<void> {
  const seen = await server.leftOpen(...mayStay)
  if (seen.length > 0) throw mistake(otherwise, { expected: [], seen })
}

/** Fails unless these connections said goodbye: `end()` sends `Quit`, `destroy()` does not. */
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

// --- internal ---

function throwAtOnce(thrown: unknown): never {
  throw thrown
}

/** All the properties of what was thrown. */
function viewOf(thrown: unknown): string {
  return inspectAny(Object.entries(Object.getOwnPropertyDescriptors(Object(thrown))), { depth: 2 })
}

/** Some things that can be thrown can't even be examined. */
function inspect(value: unknown): string {
  try {
    return value instanceof Error ? String(value) : inspectAny(value)
  } catch {
    return 'something that throws when it is looked at'
  }
}
