// The error shows the settings with the password masked, all but its first letter.
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

const mask = (text: string) =>
  [...text].map((letter, index) => (index === 0 ? letter : '•')).join('')

export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const password = env.MYSQL_PASSWORD
  const fail = (name: string, problem: string): never => {
    const account = password === undefined ? 'no password' : `password ${mask(password)}`
    throw new Error(`${name} ${problem} (with ${account}).`)
  }
  const required = (name: string): string => env[name] || fail(name, 'is missing')
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    fail('MYSQL_PORT', 'is not a whole number from 1 to 65535')
  }
  return {
    host: required('MYSQL_HOST'),
    port,
    user: required('MYSQL_USER'),
    password: password ?? fail('MYSQL_PASSWORD', 'is missing'),
    database: required('MYSQL_DB'),
  }
}
