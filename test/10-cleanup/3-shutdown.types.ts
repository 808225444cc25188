import type { Pool } from 'mysql2/promise'
import { shutdown } from '#exercise/10-cleanup/3-shutdown'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await shutdown(pool)
  // @ts-expect-error -- a pool is not a text
  await shutdown('pool')
  // @ts-expect-error -- the pool must be given
  await shutdown()

  // mistake: result-is-any
  // @ts-expect-error -- there is nothing to give
  needs<symbol>(await shutdown(pool))

  // mistake: wrong-result-type
  needs<Promise<void>>(shutdown(pool))
}

// --- internal ---

declare function needs<T>(value: T): void
