import { syncBuiltinESMExports } from 'node:module'
import callbacks from 'node:timers'
import timers from 'node:timers/promises'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import { replace } from './lent.ts'

/**
 * Calls `work` by a clock that jumps from one timer to the next: whatever it waits for with `setTimeout` takes no time, and
 * hours have passed when it is done. Nothing else happens in the meantime, so `work` must not need the server: once it waits
 * for anything but a timer, the clock goes as usual again.
 * @returns the result, and whether the clock could jump until the end
 */
export async function inHaste<T>(
  work: () => Promise<T>,
): Promise<{ result: T; toTheEnd: boolean }> {
  const due: { at: number; fire: () => void }[] = []
  let ahead = 0
  const { now } = performance
  const clock = () => now.call(performance) + ahead
  const after = (ms: number | undefined, fire: () => void) => {
    const timer = { at: ahead + Math.max(Number(ms) || 0, 1), fire, ref: same, unref: same }
    due.push(timer)
    return timer
  }
  const later = <V>(ms?: number, value?: V) =>
    new Promise((resolve) => void after(ms, () => resolve(value)))
  const setTimeout = (fire: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
    after(ms, () => fire(...args))
  Object.defineProperty(setTimeout, promisify.custom, { value: later })
  const clear = globalThis.clearTimeout
  const clearTimeout = (timer?: NodeJS.Timeout) => {
    const index = due.findIndex((one) => (one as unknown) === timer)
    if (index < 0) clear(timer)
    else due.splice(index, 1)
  }
  const today = Date.now
  const originals = [
    replace(globalThis, 'setTimeout', setTimeout),
    replace(globalThis, 'clearTimeout', clearTimeout),
    replace(timers, 'setTimeout', later),
    replace(Object.getPrototypeOf(timers.scheduler) as object, 'wait', later),
    replace(Date, 'now', () => today() + Math.round(ahead)),
    replace(performance, 'now', clock),
  ]
  // Those who have imported a timer by its name get this one too.
  syncBuiltinESMExports()
  const state = { ended: false }
  const end = () => void (state.ended = true)
  let result: Promise<T>
  try {
    result = work()
    result.then(end, end)
    for (let idle = 0; !state.ended && idle < longestIdle; idle++) {
      for (let turn = 0; turn < turns; turn++) await undefined
      if (due.length === 0) continue
      const next = due.reduce((first, one) => (one.at < first.at ? one : first))
      due.splice(due.indexOf(next), 1)
      ahead = Math.max(ahead, next.at)
      next.fire()
      idle = 0
    }
  } finally {
    for (const restore of originals) restore()
    syncBuiltinESMExports()
  }
  const toTheEnd = state.ended
  return { result: await result, toTheEnd }
}

/**
 * Until `releaseClock()` no time passes for a timer but by `passAMinute()`: for code that sets a time limit, whether
 * it has the timer from Node's promises or not.
 * @param options `driver`: nor for a time limit that the driver was told; nothing may connect meanwhile
 */
export function holdClock({ driver = false } = {}): Disposable {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
  const later = (ms?: number, value?: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise((resolve, reject) => {
      globalThis.setTimeout(() => resolve(value), ms)
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
    })
  held.push(
    replace(timers, 'setTimeout', later),
    replace(Object.getPrototypeOf(timers.scheduler) as object, 'wait', later),
  )
  if (driver) held.push(replace(callbacks, 'setTimeout', globalThis.setTimeout))
  syncBuiltinESMExports()
  return { [Symbol.dispose]: releaseClock }
}

/**
 * A minute passes at once, and after it whatever else a timer still waits for: a time limit may be an hour. Does nothing if
 * the clock is not held.
 */
export async function passAMinute(): Promise<void> {
  if (!vi.isFakeTimers()) return
  await vi.advanceTimersByTimeAsync(60_000)
  for (let turn = 0; turn < mostTimers && vi.isFakeTimers() && vi.getTimerCount() > 0; turn++)
    await vi.advanceTimersToNextTimerAsync()
}

/** Until then no timer but those that are due. The clock must be held. */
export async function passSeconds(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1000)
}

/** Does nothing if the clock is not held. */
export function releaseClock(): void {
  for (const restore of held.splice(0)) restore()
  vi.useRealTimers()
  syncBuiltinESMExports()
}

// --- internal ---

const held: (() => void)[] = []

/** An interval is never over. */
const mostTimers = 20
/** So many promises may hang on one another before the next timer is due. */
const turns = 10
/** After so many turns without a timer `work` waits for something else. */
const longestIdle = 1000

function same(this: object): object {
  return this
}
