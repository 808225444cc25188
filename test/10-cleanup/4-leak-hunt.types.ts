import type { ConnectionOptions, Pool } from 'mysql2/promise'
import { countMessages, searchMessages, titleOf } from '#exercise/10-cleanup/4-leak-hunt'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(options: ConnectionOptions, pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await countMessages(options, 1)
  // @ts-expect-error -- options are not a text
  await countMessages('localhost', 1)
  // @ts-expect-error -- an id is a number
  await countMessages(options, '1')
  await titleOf(pool, 1)
  // @ts-expect-error -- a pool is not a text
  await titleOf('pool', 1)
  // @ts-expect-error -- an id is a number
  await titleOf(pool, '1')
  await searchMessages(options, 'key')
  // @ts-expect-error -- options are not a text
  await searchMessages('localhost', 'key')
  // @ts-expect-error -- a word is a text
  await searchMessages(options, 3)

  // mistake: result-is-any
  const count = await countMessages(options, 1)
  // @ts-expect-error -- a count is a number
  needs<symbol>(count)
  const title = await titleOf(pool, 1)
  // @ts-expect-error -- a title is a string
  needs<symbol>(title)
  const [id] = await searchMessages(options, 'key')
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no such conversation
  needs<string>(title)

  // mistake: wrong-result-type
  needs<number>(count)
  needs<string | null>(title)
  needs<readonly number[]>(await searchMessages(options, 'key'))
}

// --- internal ---

declare function needs<T>(value: T): void
