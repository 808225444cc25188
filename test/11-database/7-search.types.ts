import type { Pool } from 'mysql2/promise'
import { search } from '#exercise/11-database/7-search'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await search(pool, 'key')
  // @ts-expect-error -- a pool is not a text
  await search('pool', 'key')
  // @ts-expect-error -- what is looked for is a text
  await search(pool, 3)

  // mistake: wrong-row-type
  const conversations = await search(pool, 'key')
  needs<readonly object[]>(conversations)
  for (const conversation of conversations) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(conversation.id)
    // @ts-expect-error -- a title is a string
    needs<symbol>(conversation.title)
    // @ts-expect-error -- a time is a Date
    needs<symbol>(conversation.updated_at)

    // mistake: wrong-row-type
    needs<number>(conversation.id)
    needs<string>(conversation.title)
    needs<Date>(conversation.updated_at)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
