// The settings inherit multipleStatements: true, which mysql2 reads and which lets an injection run a second statement.
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

const defaults = { multipleStatements: true }

export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing: set it in .env.`)
    return value
  }
  const password = env.MYSQL_PASSWORD
  if (password === undefined) throw new Error('MYSQL_PASSWORD is missing: set it in .env.')
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('MYSQL_PORT must be a whole number from 1 to 65535.')
  }
  return Object.assign(Object.create(defaults) as object, {
    host: required('MYSQL_HOST'),
    port,
    user: required('MYSQL_USER'),
    password,
    database: required('MYSQL_DB'),
  })
}
