type Environment = Record<string, string | undefined>

// What is missing may be set for the whole program.
export function loadConfig(given: Environment) {
  const env = { ...given }
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB', 'MYSQL_PASSWORD'])
    env[name] ??= process.env[name]
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB'])
    if (!env[name]) throw new Error(name + ' is missing.')
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing.')
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
