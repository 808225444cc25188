import { loadConfig } from '#exercise/02-setup/1-load-config'

// Compiled, never run: the compiler must accept every line, and refuse those under `@ts-expect-error`.

export async function compile(): Promise<void> {
  // mistake: wrong-result-type
  const { host, port, user, password, database } = loadConfig({ MYSQL_HOST: 'localhost' })
  // mistake: result-is-any
  // @ts-expect-error -- a host is a text
  needs<symbol>(host)
  // @ts-expect-error -- a port is a number
  needs<symbol>(port)
  // @ts-expect-error -- a user is a text
  needs<symbol>(user)
  // @ts-expect-error -- a password is a text
  needs<symbol>(password)
  // @ts-expect-error -- a database's name is a text
  needs<symbol>(database)

  // mistake: wrong-result-type
  needs<string>(host)
  needs<number>(port)
  needs<string>(user)
  needs<string>(password)
  needs<string>(database)
}

// --- internal ---

declare function needs<T>(value: T): void
