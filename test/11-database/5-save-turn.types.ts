import type { Pool } from 'mysql2/promise'
import { saveTurn } from '#exercise/11-database/5-save-turn'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await saveTurn(pool, 1, 'Name a river.', 'The Lena.')
  // @ts-expect-error -- a pool is not a text
  await saveTurn('pool', 1, 'Name a river.', 'The Lena.')
  // @ts-expect-error -- an id is a number
  await saveTurn(pool, '1', 'Name a river.', 'The Lena.')
  // @ts-expect-error -- a question is a text
  await saveTurn(pool, 1, 3, 'The Lena.')
  // @ts-expect-error -- an answer is a text
  await saveTurn(pool, 1, 'Name a river.', 3)

  // mistake: wrong-result-type
  const turn = await saveTurn(pool, 1, 'Name a river.', 'The Lena.')
  // mistake: result-is-any
  // @ts-expect-error -- a turn is not a symbol
  needs<symbol>(turn)
  // @ts-expect-error -- an id is a number
  needs<symbol>(turn?.user)
  // @ts-expect-error -- an id is a number
  needs<symbol>(turn?.ai)

  // mistake: null-not-promised
  // @ts-expect-error -- there may be no such conversation
  needs<object>(turn)

  // mistake: wrong-result-type
  needs<{ user: number; ai: number } | null>(turn)
}

// --- internal ---

declare function needs<T>(value: T): void
