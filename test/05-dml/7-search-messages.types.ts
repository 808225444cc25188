import type { Connection } from 'mysql2/promise'
import { searchMessages } from '#exercise/05-dml/7-search-messages'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-row-type
  const messages = await searchMessages(connection, 'key')
  needs<readonly object[]>(messages)
  for (const message of messages) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.id)
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.conversation_id)
    // @ts-expect-error -- a title is a text
    needs<symbol>(message.title)
    // @ts-expect-error -- a content is a text
    needs<symbol>(message.content)

    // mistake: wrong-row-type
    needs<number>(message.id)
    needs<number>(message.conversation_id)
    needs<string>(message.title)
    needs<string>(message.content)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
