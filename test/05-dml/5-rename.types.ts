import type { Connection } from 'mysql2/promise'
import { rename } from '#exercise/05-dml/5-rename'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(connection: Connection): Promise<void> {
  // mistake: result-is-any
  const outcome = await rename(connection, 1, 'Weekend in Kazan')
  // @ts-expect-error -- an answer is a text
  needs<symbol>(outcome)

  // mistake: literals-lost
  needs<'renamed' | 'unchanged' | 'missing'>(outcome)
}

// --- internal ---

declare function needs<T>(value: T): void
