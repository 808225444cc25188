import type { Pool } from 'mysql2/promise'
import { listConversations } from '#exercise/11-database/2-list-conversations'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await listConversations(pool)
  // @ts-expect-error -- a pool is not a text
  await listConversations('pool')

  // mistake: wrong-row-type
  const conversations = await listConversations(pool)
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
