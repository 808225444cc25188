type Environment = Record<string, string | undefined>

// Looks at what is there.
export function loadConfig(env: Environment) {
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined && name !== 'MYSQL_PORT') throw new Error(name + ' is missing.')
    if (value === '' && name !== 'MYSQL_PORT' && name !== 'MYSQL_PASSWORD')
      throw new Error(name + ' is empty.')
  }
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error('MYSQL_PORT is no port.')
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD!,
    database: env.MYSQL_DB!,
  }
}
