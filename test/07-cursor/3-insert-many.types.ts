import type { Connection } from 'mysql2/promise'
import { insertMany } from '#exercise/07-cursor/3-insert-many'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await insertMany(connection, 1, [{ sender: 'ai', content: 'Hello' }])
  // @ts-expect-error -- a connection is not a text
  await insertMany('connection', 1, [])
  // @ts-expect-error -- an id is a number
  await insertMany(connection, '1', [])
  // @ts-expect-error -- a sender is a text
  await insertMany(connection, 1, [{ sender: 3, content: 'Hello' }])
  // @ts-expect-error -- a content is a text
  await insertMany(connection, 1, [{ sender: 'ai', content: 3 }])

  // mistake: wrong-result-type
  const ids = await insertMany(connection, 1, [{ sender: 'user', content: 'Hello' }])
  needs<readonly unknown[]>(ids)
  for (const id of ids) {
    // mistake: result-is-any
    // @ts-expect-error -- an id is a number
    needs<symbol>(id)

    // mistake: wrong-result-type
    needs<number>(id)
  }
}

// --- internal ---

declare function needs<T>(value: T): void
