interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

class ConfigError extends Error {
  #env
  constructor(message: string, env: Record<string, string | undefined>) {
    super(message)
    this.#env = env
  }
  get settings() {
    return this.#env
  }
}

export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new ConfigError(`${name} is missing.`, env)
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
