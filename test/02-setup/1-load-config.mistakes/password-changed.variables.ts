/** What a program needs to know to connect. */
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

function portOf(env: Record<string, string | undefined>): number {
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('MYSQL_PORT is not a port.')
  }
  return port
}

function required(env: Record<string, string | undefined>, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is missing: set it in .env.`)
  return value
}

function passwordOf(env: Record<string, string | undefined>): string {
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing.')
  return env.MYSQL_PASSWORD
}

export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const expand = (text: string) =>
    text.replace(/\$\{(\w+)\}|\$(\w+)/g, (all, braced, bare) => env[braced ?? bare] ?? all)
  return {
    host: required(env, 'MYSQL_HOST'),
    port: portOf(env),
    user: required(env, 'MYSQL_USER'),
    password: expand(passwordOf(env)),
    database: required(env, 'MYSQL_DB'),
  }
}
