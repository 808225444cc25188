export function loadConfig(env: Record<string, string | undefined>): any {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB']) {
    if (!env[name]) throw new Error(`${name} is missing`)
  }
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing')
  const port = env.MYSQL_PORT ?? '3306'
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new Error('MYSQL_PORT')
  return {
    host: env.MYSQL_HOST,
    port,
    user: env.MYSQL_USER,
    password: env.MYSQL_PASSWORD,
    database: env.MYSQL_DB,
  }
}
