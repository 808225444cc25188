import { retryOnDeadlock } from '#exercise/09-errors/3-retry-on-deadlock'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(): Promise<void> {
  // mistake: wrong-parameter-type
  await retryOnDeadlock(async () => 3, 5)
  // @ts-expect-error -- the work is a function
  await retryOnDeadlock('work', 5)
  // @ts-expect-error -- a count is a number
  await retryOnDeadlock(async () => 3, '5')
  // @ts-expect-error -- the attempts must be given
  await retryOnDeadlock(async () => 3)

  // mistake: caller-type-lost
  const count = await retryOnDeadlock(async () => 3, 5)
  // mistake: result-is-any
  // @ts-expect-error -- the work gave a number
  needs<symbol>(count)

  // mistake: caller-type-lost
  needs<number>(count)
  const title = await retryOnDeadlock(async () => 'Weekend in Kazan', 5)
  needs<string>(title)
}

// --- internal ---

declare function needs<T>(value: T): void
