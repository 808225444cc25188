import { expect, test } from 'vitest'
import { holdClock } from './haste.ts'
import { inTime, timeIsUp } from './patience.ts'

const { signal } = new AbortController()

test('time is counted from the last thing that has come to its end', async () => {
  let last = performance.now()
  const work = setInterval(() => (last = performance.now()), 10)
  setTimeout(() => clearInterval(work), 200)
  await timeIsUp(50, signal, () => last)
  const now = performance.now()
  clearInterval(work)
  expect(now).toBeGreaterThanOrEqual(last + 49)
})

test('it is counted from the beginning when nothing has', async () => {
  const last = performance.now()
  await timeIsUp(50, signal, () => last)
  expect(performance.now()).toBeGreaterThanOrEqual(last + 49)
})

test('a clock that is held and let go does not keep it forever', async () => {
  const clock = holdClock()
  const up = timeIsUp(50, signal)
  clock[Symbol.dispose]()
  await up
})

test('time passes while the clock is held', async () => {
  using _ = holdClock()
  expect(await inTime(new Promise(() => {}), 50)).toBe('late')
})
