import type { Connection } from 'mysql2/promise'
import { listSorted } from '#exercise/08-parameters/5-list-sorted'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await listSorted(connection, 'title', 'asc')
  // Both words come from a request, and may be any.
  await listSorted(connection, word, word)
  // @ts-expect-error -- a connection is not a text
  await listSorted('connection', 'title', 'asc')
  // @ts-expect-error -- a column's name is a text
  await listSorted(connection, 3, 'asc')
  // @ts-expect-error -- a direction is a text
  await listSorted(connection, 'title', 1)
  // @ts-expect-error -- the direction must be given
  await listSorted(connection, 'title')

  // mistake: wrong-row-type
  const conversations = await listSorted(connection, 'title', 'asc')
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
declare const word: string
