export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

type Env = Record<string, string | undefined>

function required(env: Env, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is missing.`)
  return value
}
function passwordOf(env: Env): string {
  const password = env.MYSQL_PASSWORD
  if (password === undefined) throw new Error('MYSQL_PASSWORD is missing.')
  return password
}

function portOf(env: Env): number {
  const text = env.MYSQL_PORT ?? '3306'
  const port = Number(text)
  if (!/^\p{Nd}+$/u.test(text) || port < 1 || port > 65_535)
    throw new Error('MYSQL_PORT is not a port.')
  return port
}

export function loadConfig(env: Env): DatabaseConfig {
  return {
    host: required(env, 'MYSQL_HOST'),
    port: portOf(env),
    user: required(env, 'MYSQL_USER'),
    password: passwordOf(env),
    database: required(env, 'MYSQL_DB'),
  }
}
