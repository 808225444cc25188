import { mistake } from './findings.ts'
import { realDelay } from './real-delay.ts'

// When is something late? The limits grow with the time that this machine takes to open a connection, measured at
// the beginning of each test, and again before anything is called late.

/** How a call ended. An error may be anything, even `undefined`: ask `'error' in outcome`. */
export type Settled<T> = { value: T } | { error: unknown }

/** Milliseconds after which something is late: as many as given, and more while the machine is busy. */
export function patience(milliseconds: number): number {
  return milliseconds * pace
}

/**
 * Begins a test, and takes the time.
 * @param begin opens connections, and does what belongs to that
 * @param connect opens one connection and closes it; called when time is up, since the machine may be busier by then
 */
export async function takingTime<T>(
  begin: () => Promise<T>,
  connect: () => Promise<unknown>,
): Promise<T> {
  const before = performance.now()
  const result = await begin()
  pace = paceOf(performance.now() - before)
  again = connect
  return result
}

/**
 * Resolves after this many milliseconds, more on a busy machine. Rejects when it is told to stop.
 * @param since when the time begins, by `performance.now()`; later, whenever something else has come to its end
 */
export async function timeIsUp(
  milliseconds: number,
  signal: AbortSignal,
  since: () => number = always(performance.now()),
): Promise<void> {
  for (;;) {
    const rest = since() + patience(milliseconds) - performance.now()
    if (rest <= 0) return
    await realDelay(rest, undefined, { signal })
    const before = performance.now()
    // Where nobody answers, nothing comes any more.
    if (!(await again().then(yes, no))) return
    pace = Math.max(pace, paceOf(performance.now() - before))
  }
}

/** How `work` ended; `late` if it has not ended in time. @param milliseconds on an idle machine */
export async function inTime<T>(
  work: Promise<T>,
  milliseconds = 2000,
): Promise<Settled<T> | 'late'> {
  const stop = new AbortController()
  const late = timeIsUp(milliseconds, stop.signal).then(() => 'late' as const)
  late.catch(() => {})
  const ended = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  const outcome = await Promise.race<Settled<T> | 'late'>([ended, late])
  stop.abort()
  return outcome
}

/** What `work` resolves to. Fails with the mistake when a pool has no connection for it in time. */
export async function soon<T>(work: Promise<T>, otherwise: string): Promise<T> {
  const outcome = await inTime(work)
  if (outcome === 'late')
    throw mistake(otherwise, { expected: 'a free connection', seen: 'none came' })
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

// --- internal ---

/** Milliseconds that a connection takes on an idle machine. */
const usual = 12
let pace = 1
const always = (time: number) => () => time
const yes = () => true
const no = () => false
let again: () => Promise<unknown> = async () => {}

function paceOf(milliseconds: number): number {
  return Math.min(8, Math.max(1, milliseconds / usual))
}
