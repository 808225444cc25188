import type { Pool } from 'mysql2/promise'
import { addMessage } from '#exercise/11-database/4-add-message'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await addMessage(pool, 1, 'ai', 'Hello')
  // @ts-expect-error -- a pool is not a text
  await addMessage('pool', 1, 'ai', 'Hello')
  // @ts-expect-error -- an id is a number
  await addMessage(pool, '1', 'ai', 'Hello')
  // @ts-expect-error -- a sender is a text
  await addMessage(pool, 1, 3, 'Hello')
  // @ts-expect-error -- a content is a text
  await addMessage(pool, 1, 'ai', 3)

  // mistake: result-is-any
  const id = await addMessage(pool, 1, 'user', 'Hello')
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no such conversation
  needs<number>(id)

  // mistake: wrong-result-type
  needs<number | null>(id)
}

// --- internal ---

declare function needs<T>(value: T): void
