export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const need = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing`, { cause: env })
    return value
  }
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing', { cause: env })
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!/^\d+$/.test(env.MYSQL_PORT ?? '3306') || port < 1 || port > 65535)
    throw new Error('MYSQL_PORT is malformed', { cause: env })
  return {
    host: need('MYSQL_HOST'),
    port,
    user: need('MYSQL_USER'),
    password: env.MYSQL_PASSWORD,
    database: need('MYSQL_DB'),
  }
}
