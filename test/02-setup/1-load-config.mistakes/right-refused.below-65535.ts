/** What a program needs to know to connect. */
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * Builds the settings for a connection from MYSQL_HOST, MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD and MYSQL_DB.
 * Without MYSQL_PORT the port is 3306; the password may be empty, but it must be there.
 * @throws an Error that names the variable that is missing or malformed
 */
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
  if (Number.isInteger(port) && port >= 1 && port < 65_535) return port
  throw new Error(`MYSQL_PORT is "${text}": it must be a whole number from 1 to 65535.`)
}
