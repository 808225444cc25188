import type { Pool } from 'mysql2/promise'
import { conversationChanges } from '#exercise/11-database/6-conversation-changes'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(pool: Pool): Promise<void> {
  const changes = conversationChanges(pool)
  // mistake: result-is-any
  const renamed = await changes.renameConversation(1, 'Weekend in Kazan')
  // @ts-expect-error -- the answer is true or false
  needs<symbol>(renamed)
  const archived = await changes.archiveConversation(1)
  // @ts-expect-error -- the answer is true or false
  needs<symbol>(archived)
  const deleted = await changes.deleteConversation(1)
  // @ts-expect-error -- the answer is true or false
  needs<symbol>(deleted)

  // mistake: wrong-parameter-type
  await changes.renameConversation(1, 'Weekend in Kazan')
  // @ts-expect-error -- a pool is not a text
  conversationChanges('pool')
  // @ts-expect-error -- an id is a number
  await changes.renameConversation('1', 'Weekend in Kazan')
  // @ts-expect-error -- a title is a text
  await changes.renameConversation(1, 3)
  // @ts-expect-error -- a title must be given
  await changes.renameConversation(1)
  // @ts-expect-error -- an id is a number
  await changes.archiveConversation('1')
  // @ts-expect-error -- an id is a number
  await changes.deleteConversation('1')

  // mistake: wrong-result-type
  needs<boolean>(renamed)
  needs<boolean>(archived)
  needs<boolean>(deleted)
}

// --- internal ---

declare function needs<T>(value: T): void
