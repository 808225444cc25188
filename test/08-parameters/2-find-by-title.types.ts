import type { Connection } from 'mysql2/promise'
import { findByTitle } from '#exercise/08-parameters/2-find-by-title'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await findByTitle(connection, 'Weekend in Kazan')
  // @ts-expect-error -- a connection is not a text
  await findByTitle('connection', 'Weekend in Kazan')
  // @ts-expect-error -- a title is a text
  await findByTitle(connection, 3)
  // @ts-expect-error -- without a title there is nothing to find
  await findByTitle(connection)

  // mistake: wrong-row-type
  const conversations = await findByTitle(connection, 'Weekend in Kazan')
  needs<readonly object[]>(conversations)
  for (const conversation of conversations) {
    // mistake: rows-are-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(conversation.id)
    // @ts-expect-error -- a title is a string
    needs<symbol>(conversation.title)

    // mistake: wrong-row-type
    needs<number>(conversation.id)
    needs<string>(conversation.title)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
