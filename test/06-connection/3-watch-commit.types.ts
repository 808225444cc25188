import type { Connection } from 'mysql2/promise'
import { watchCommit } from '#exercise/06-connection/3-watch-commit'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(writer: Connection, reader: Connection): Promise<void> {
  // mistake: result-is-any
  const counts = await watchCommit(writer, reader)
  // @ts-expect-error -- two counts are no symbol
  needs<symbol>(counts)
  // @ts-expect-error -- a count is a number
  needs<symbol>(counts[0])

  // mistake: pair-is-array
  needs<readonly [before: number, after: number]>(counts)
}

// --- internal ---

declare function needs<T>(value: T): void
