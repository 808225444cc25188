import { checkConnection } from '#exercise/02-setup/3-check-connection'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(): Promise<void> {
  const config = { host: 'localhost', port: 3306, user: 'chat', password: '', database: 'chat' }
  // mistake: result-is-any
  const state = await checkConnection(config)
  // @ts-expect-error -- an answer is a text
  needs<symbol>(state)

  // mistake: literals-lost
  needs<'ok' | 'refused' | 'access-denied' | 'unknown-database'>(state)
}

// --- internal ---

declare function needs<T>(value: T): void
