interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

// Where env has no prototype, there is no such method.
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing.`)
    return value
  }
  const password = env.hasOwnProperty('MYSQL_PASSWORD') ? env.MYSQL_PASSWORD : undefined
  if (password === undefined) throw new Error('MYSQL_PASSWORD is missing.')
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new Error(`MYSQL_PORT is not a port: ${env.MYSQL_PORT}`)
  }
  return {
    host: required('MYSQL_HOST'),
    port,
    user: required('MYSQL_USER'),
    password,
    database: required('MYSQL_DB'),
  }
}
