import type { Connection } from 'mysql2/promise'
import { searchLiteral } from '#exercise/08-parameters/4-search-literal'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await searchLiteral(connection, '100%')
  // @ts-expect-error -- a connection is not a text
  await searchLiteral('connection', '100%')
  // @ts-expect-error -- what is looked for is a text
  await searchLiteral(connection, 100)
  // @ts-expect-error -- without a text there is nothing to look for
  await searchLiteral(connection)

  // mistake: wrong-row-type
  const messages = await searchLiteral(connection, '100%')
  needs<readonly object[]>(messages)
  for (const message of messages) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(message.id)
    // @ts-expect-error -- a content is a string
    needs<symbol>(message.content)

    // mistake: wrong-row-type
    needs<number>(message.id)
    needs<string>(message.content)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
