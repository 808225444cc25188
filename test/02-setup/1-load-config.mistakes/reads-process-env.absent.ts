// What is left out is taken from process.env; what is undefined is not.
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
  const all: Record<string, string | undefined> = { ...process.env, MYSQL_PORT: undefined, ...env }
  const required = (name: string, allowed: (value: string) => boolean = Boolean) => {
    const value = all[name]
    if (value === undefined || !allowed(value)) throw new Error(`${name} is missing or malformed.`)
    return value
  }
  const isPort = (text: string) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
  all.MYSQL_PORT ??= '3306'
  return {
    host: required('MYSQL_HOST'),
    port: Number(required('MYSQL_PORT', isPort)),
    user: required('MYSQL_USER'),
    password: required('MYSQL_PASSWORD', () => true),
    database: required('MYSQL_DB'),
  }
}
