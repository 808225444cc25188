import { holdClock, mistake, passAMinute, realDelay, releaseClock, type Lab } from '#support'
import { expectThrown, outcomeOf } from './probes.ts'

/**
 * Fails with `end-not-awaited` unless `call` waits for each connection and each pool that it ends. On its own, the `end()`
 * of an idle connection is over at once, so that nobody would see the difference: here it takes a moment.
 */
export async function expectEndAwaited(
  lab: Lab,
  call: () => Promise<unknown>,
  state = 'closed',
): Promise<void> {
  using ends = slowEnds(lab)
  await outcomeOf(call)
  if (ends.running > 0) throw mistake('end-not-awaited', { expected: state, seen: 'still open' })
}

/** Fails with `swallows-errors` if the pool that `call` has created can't be ended, and nobody is told. */
export async function expectEndFailureThrown(
  lab: Lab,
  call: () => Promise<unknown>,
): Promise<void> {
  for (const code of [undefined, 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET']) {
    const failure = Object.assign(new Error('This pool does not end.'), { code })
    using ends = slowEnds(lab, failure)
    const outcome = await outcomeOf(call)
    if (ends.failed > 0) expectThrown(outcome, failure)
  }
}

// --- internal ---

/**
 * Until disposed of, every `end()` takes some milliseconds, and minutes by the clock of the code that waits for it; a pool's
 * then fails, if there is a failure.
 */
function slowEnds({ connection, createPool }: Lab, failure?: Error) {
  const ends = { running: 0, failed: 0 }
  const ended = async () => {
    ends.running -= 1
    if (ends.running > 0) return
    // For code that has begun to wait in the meantime.
    await passAMinute()
    releaseClock()
  }
  const slow = (owner: object, fails: boolean) => {
    const end = Object.getOwnPropertyDescriptor(owner, 'end')!
    const original = end.value as () => Promise<unknown>
    const value = async function (this: unknown) {
      ends.running += 1
      if (ends.running === 1) holdClock()
      await realDelay(5)
      await passAMinute()
      const result = await original.call(this).finally(ended)
      if (!fails || !failure) return result
      ends.failed += 1
      throw failure
    }
    Object.defineProperty(owner, 'end', { ...end, value })
    return () => void Object.defineProperty(owner, 'end', end)
  }
  const putBack = [
    slow(Object.getPrototypeOf(connection), false),
    slow(Object.getPrototypeOf(createPool()), true),
  ]
  return Object.assign(ends, {
    [Symbol.dispose]() {
      putBack.forEach((one) => one())
      releaseClock()
    },
  })
}
