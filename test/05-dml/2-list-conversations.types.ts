import type { Connection } from 'mysql2/promise'
import { listConversations } from '#exercise/05-dml/2-list-conversations'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-row-type
  const conversations = await listConversations(connection, { archived: false })
  needs<readonly object[]>(conversations)
  for (const conversation of conversations) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(conversation.id)
    // @ts-expect-error -- a title is a text
    needs<symbol>(conversation.title)
    // @ts-expect-error -- a time is a Date
    needs<symbol>(conversation.updated_at)
    // @ts-expect-error -- a count is a number
    needs<symbol>(conversation.messages)
    // @ts-expect-error -- a message is a text
    needs<symbol>(conversation.last_message)

    // mistake: wrong-row-type
    needs<number>(conversation.id)
    needs<string>(conversation.title)
    needs<Date>(conversation.updated_at)
    needs<number>(conversation.messages)
    needs<string | null>(conversation.last_message)
    // @ts-expect-error -- an empty conversation has no last message
    needs<string>(conversation.last_message)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
