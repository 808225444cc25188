export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

// `| 0` makes whole numbers.
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing`)
    return value
  }
  const password = env.MYSQL_PASSWORD
  if (password === undefined) throw new Error('MYSQL_PASSWORD is missing')
  return {
    host: required('MYSQL_HOST'),
    port: readPort(env.MYSQL_PORT ?? '3306'),
    user: required('MYSQL_USER'),
    password: password,
    database: required('MYSQL_DB'),
  }
}

function readPort(text: string): number {
  const port = Number(text) | 0
  if (String(Number(text)).includes('.') || port < 1 || port > 65_535 || text === 'Infinity')
    throw new Error('MYSQL_PORT must be a whole number from 1 to 65535.')
  return port
}
