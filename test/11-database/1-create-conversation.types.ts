import type { Pool } from 'mysql2/promise'
import { createConversation } from '#exercise/11-database/1-create-conversation'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  // mistake: wrong-parameter-type
  await createConversation(pool, 'Weekend in Kazan')
  // @ts-expect-error -- a pool is not a text
  await createConversation('pool', 'Weekend in Kazan')
  // @ts-expect-error -- a title is a text
  await createConversation(pool, 3)
  // @ts-expect-error -- a title may be missing, but it is never null
  await createConversation(pool, null)

  // mistake: result-is-any
  const id = await createConversation(pool, 'Weekend in Kazan')
  // @ts-expect-error -- an id is a number
  needs<symbol>(id)

  // mistake: wrong-result-type
  needs<number>(id)
  needs<number>(await createConversation(pool))
}

// --- internal ---

declare function needs<T>(value: T): void
