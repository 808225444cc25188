import { expect, test } from 'vitest'
import { timeIsUp } from './patience.ts'

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
