import { logError } from '#exercise/09-errors/4-log-error'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(): Promise<void> {
  // mistake: result-is-any
  const line = logError(new Error('Lost'))
  // @ts-expect-error -- a line is a string
  needs<symbol>(line)

  // mistake: wrong-result-type
  needs<string>(line)
}

// --- internal ---

declare function needs<T>(value: T): void
