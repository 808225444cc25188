import type { Connection } from 'mysql2/promise'
import { findByIds } from '#exercise/08-parameters/3-find-by-ids'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await findByIds(connection, [1, 2])
  // @ts-expect-error -- a connection is not a text
  await findByIds('connection', [1, 2])
  // @ts-expect-error -- an id is a number
  await findByIds(connection, ['1'])
  // @ts-expect-error -- the ids must be given
  await findByIds(connection)

  // mistake: wrong-row-type
  const conversations = await findByIds(connection, [1, 2])
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
