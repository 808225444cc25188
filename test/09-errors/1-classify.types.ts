import { classify } from '#exercise/09-errors/1-classify'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

export async function compile(): Promise<void> {
  // mistake: result-is-any
  const kind = classify(new Error('Lost'))
  // @ts-expect-error -- a kind is a string
  needs<symbol>(kind)

  // mistake: literals-lost
  needs<Kind>(kind)
}

// --- internal ---

declare function needs<T>(value: T): void
