// Checks in a generator, a separate class of errors.

export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

class SettingError extends Error {
  constructor(variable: string, problem: string) {
    super(`${variable} ${problem}`)
    this.name = new.target.name
  }
}

const whole = /^\d{1,5}$/

function* settings(env: Record<string, string | undefined>): Generator<[string, string | number]> {
  const { MYSQL_PORT: port = '3306', MYSQL_PASSWORD: password } = env
  for (const [name, variable] of [
    ['host', 'MYSQL_HOST'],
    ['user', 'MYSQL_USER'],
    ['database', 'MYSQL_DB'],
  ] as const) {
    const value = env[variable] ?? ''
    if (value.length === 0) throw new SettingError(variable, 'must be set')
    yield [name, value]
  }
  if (typeof password !== 'string') throw new SettingError('MYSQL_PASSWORD', 'must be set')
  yield ['password', password]
  if (!whole.test(port) || +port < 1 || +port > 65535)
    throw new SettingError('MYSQL_PORT', 'is no port')
  yield ['port', +port]
}

export const loadConfig = (env: Record<string, string | undefined>) =>
  Object.fromEntries(settings(env)) as unknown as DatabaseConfig
