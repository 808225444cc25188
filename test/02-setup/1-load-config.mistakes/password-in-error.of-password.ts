type Environment = Record<string, string | undefined>

// Says what was wrong with the port by trying to read everything.
export function loadConfig(env: Environment) {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB'])
    if (!env[name]) throw new Error(name + ' is missing.')
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing.')
  const port = Number(env.MYSQL_PORT ?? '3306')
  if (env.MYSQL_PORT === '') throw new Error('MYSQL_PORT is empty: ' + JSON.stringify(env))
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error('MYSQL_PORT is no port: ' + env.MYSQL_PORT)
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD!,
    database: env.MYSQL_DB!,
  }
}
