// A table of variables; each with the test that its value must pass.
const fields = {
  host: ['MYSQL_HOST', (text: string) => text !== ''],
  port: [
    'MYSQL_PORT',
    (text: string) => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536,
  ],
  user: ['MYSQL_USER', (text: string) => text !== ''],
  password: ['MYSQL_PASSWORD', () => true],
  database: ['MYSQL_DB', (text: string) => text !== ''],
} as const

type Config = Record<Exclude<keyof typeof fields, 'port'>, string> & { port: number }

export function loadConfig(env: Record<string, string | undefined>): Config {
  const config: Record<string, string | number> = {}
  for (const [field, [name, isRight]] of Object.entries(fields)) {
    const text = name === 'MYSQL_PORT' ? (env[name] ?? '3306') : env[name]
    if (text === undefined || !isRight(text))
      throw new TypeError(`${name}: not there, or malformed`)
    config[field] = field === 'port' ? Number(text) : text
  }
  return config as Config
}
