export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

// A pattern from the web that forgets a part of the range.
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
  if (/^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|6553[0-5])$/.test(text)) return Number(text)
  throw new Error('MYSQL_PORT must be a whole number from 1 to 65535.')
}
