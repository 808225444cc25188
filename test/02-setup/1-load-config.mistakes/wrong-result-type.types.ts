export interface DatabaseConfig {
  host?: string
  port?: number
  user?: string
  password?: string
  database?: string
}

// The type is that of env, where every variable may be missing; the result has been checked.
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing: set it in .env.`)
    return value
  }
  const password = env.MYSQL_PASSWORD
  if (password === undefined) {
    throw new Error('MYSQL_PASSWORD is missing: set it in .env; it may be empty.')
  }
  return {
    host: required('MYSQL_HOST'),
    port: readPort(env.MYSQL_PORT ?? '3306'),
    user: required('MYSQL_USER'),
    password,
    database: required('MYSQL_DB'),
  }
}

function readPort(text: string): number {
  const port = Number(text)
  // Number('') is 0 and Number('33o6') is NaN: the range refuses both.
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Error(`MYSQL_PORT is "${text}": it must be a whole number from 1 to 65535.`)
}
