interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

// mysql_host is another variable.
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1]
    if (!value) throw new Error(`${name} is missing.`)
    return value
  }
  const password = env.MYSQL_PASSWORD
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
