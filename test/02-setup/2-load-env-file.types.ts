import { loadEnvFile } from '#exercise/02-setup/2-load-env-file'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(): Promise<void> {
  // mistake: wrong-result-type
  const values = loadEnvFile('/srv/chat/.env')
  // mistake: result-is-any
  // @ts-expect-error -- a value is a text
  needs<symbol>(values.MYSQL_USER)

  // mistake: wrong-result-type
  needs<Record<string, string>>(values)
}

// --- internal ---

declare function needs<T>(value: T): void
