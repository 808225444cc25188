import type { Connection } from 'mysql2/promise'
import { streamMessages } from '#exercise/07-cursor/5-stream-messages'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  streamMessages(connection, 1)
  // @ts-expect-error -- a connection is not a text
  streamMessages('connection', 1)
  // @ts-expect-error -- an id is a number
  streamMessages(connection, '1')

  // mistake: wrong-row-type
  const messages = streamMessages(connection, 1)
  needs<AsyncIterable<object>>(messages)
  for await (const message of messages) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.id)
    // @ts-expect-error -- a sender is a string
    needs<symbol>(message.sender)
    // @ts-expect-error -- a content is a string
    needs<symbol>(message.content)

    // mistake: wrong-row-type
    needs<number>(message.id)
    needs<string>(message.sender)
    needs<string>(message.content)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
