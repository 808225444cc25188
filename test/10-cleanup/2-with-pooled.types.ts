import type { Connection, Pool } from 'mysql2/promise'
import { withPooled } from '#exercise/10-cleanup/2-with-pooled'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await withPooled(pool, async () => 3)
  // @ts-expect-error -- a pool is not a text
  await withPooled('pool', async () => 3)
  // @ts-expect-error -- the work is a function
  await withPooled(pool, 'work')
  // @ts-expect-error -- the work must be given
  await withPooled(pool)

  // mistake: caller-type-lost
  const count = await withPooled(pool, async (connection) => {
    // @ts-expect-error -- a connection is not a symbol
    needs<symbol>(connection)
    needs<Connection>(connection)
    return 3
  })
  // mistake: result-is-any
  // @ts-expect-error -- the work gave a number
  needs<symbol>(count)

  // mistake: caller-type-lost
  needs<number>(count)
  const title = await withPooled(pool, async () => 'Weekend in Kazan')
  needs<string>(title)
}

// --- internal ---

declare function needs<T>(value: T): void
