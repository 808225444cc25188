import type { Connection } from 'mysql2/promise'
import { stats } from '#exercise/07-cursor/4-stats'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: wrong-parameter-type
  await stats(connection)
  // @ts-expect-error -- a connection is not a text
  await stats('connection')

  const { messages, averageLength } = await stats(connection)
  // mistake: rows-are-any
  // @ts-expect-error -- a count is a number
  needs<symbol>(messages)
  // @ts-expect-error -- an average is a number
  needs<symbol>(averageLength)

  // mistake: wrong-row-type
  needs<number>(messages)
  needs<number>(averageLength)
}

// --- internal ---

declare function needs<T>(value: T): void
