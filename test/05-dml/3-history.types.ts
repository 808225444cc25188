import type { Connection } from 'mysql2/promise'
import { history } from '#exercise/05-dml/3-history'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-row-type
  const messages = await history(connection, 1)
  needs<readonly object[]>(messages)
  for (const message of messages) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.id)
    // @ts-expect-error -- a sender is a text
    needs<symbol>(message.sender)
    // @ts-expect-error -- a content is a text
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
}

// --- internal ---

declare function needs<T>(value: T): void
