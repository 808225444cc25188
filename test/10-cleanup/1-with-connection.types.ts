import type { Connection, ConnectionOptions } from 'mysql2/promise'
import { withConnection } from '#exercise/10-cleanup/1-with-connection'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(config: ConnectionOptions): Promise<void> {
  // mistake: wrong-parameter-type
  await withConnection(config, async () => 3)
  // @ts-expect-error -- options are not a text
  await withConnection('localhost', async () => 3)
  // @ts-expect-error -- the work is a function
  await withConnection(config, 'work')
  // @ts-expect-error -- the work must be given
  await withConnection(config)

  // mistake: caller-type-lost
  const count = await withConnection(config, async (connection) => {
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
  const title = await withConnection(config, async () => 'Weekend in Kazan')
  needs<string>(title)
}

// --- internal ---

declare function needs<T>(value: T): void
