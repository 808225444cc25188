import { setImmediate as turn } from 'node:timers/promises'

// Attempts come from a generator.

async function* attemptsOf(count: number) {
  for (let left = count; left > 0; left -= 1) {
    if (left < count) await turn()
    yield left === 1
  }
}

const isDeadlock = (thrown: unknown) =>
  thrown instanceof Error && 'errno' in thrown && thrown.errno === 1213

export async function retryOnDeadlock<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for await (const isLast of attemptsOf(attempts)) {
    const outcome = await Promise.resolve()
      .then(work)
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      )
    if ('value' in outcome) return outcome.value
    if (isLast || !isDeadlock(outcome.error)) throw outcome.error
  }
  throw new RangeError('attempts: 1 or more')
}
