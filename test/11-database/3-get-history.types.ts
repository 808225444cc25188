import type { Pool } from 'mysql2/promise'
import { getHistory } from '#exercise/11-database/3-get-history'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await getHistory(pool, 1)
  // @ts-expect-error -- a pool is not a text
  await getHistory('pool', 1)
  // @ts-expect-error -- an id is a number
  await getHistory(pool, '1')

  // mistake: wrong-row-type
  const messages = await getHistory(pool, 1)
  needs<readonly object[] | null | undefined>(messages)
  for (const message of messages ?? []) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.id)
    // @ts-expect-error -- a sender is a string
    needs<symbol>(message.sender)
    // @ts-expect-error -- a content is a string
    needs<symbol>(message.content)
    // @ts-expect-error -- a timestamp is a Date
    needs<symbol>(message.timestamp)

    // mistake: wrong-row-type
    needs<number>(message.id)
    needs<string>(message.sender)
    needs<string>(message.content)
    needs<Date>(message.timestamp)
    needs<boolean>(message.sender === 'user' || message.sender === 'ai')
  }
  // mistake: null-not-promised
  // @ts-expect-error -- there may be no such conversation
  needs<readonly object[]>(messages)
  needs<readonly object[] | null>(messages)
}

// --- internal ---

declare function needs<T>(value: T): void
