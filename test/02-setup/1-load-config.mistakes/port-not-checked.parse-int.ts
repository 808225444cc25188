// parseInt stops at the first letter and is content.
export function loadConfig(env: Record<string, string | undefined>) {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB']) {
    if (!env[name]) throw new Error(`${name} is missing`)
  }
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing')
  const port = Number.parseInt(env.MYSQL_PORT ?? '3306', 10)
  if (Number.isNaN(port)) throw new Error('MYSQL_PORT is no number')
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD,
    database: env.MYSQL_DB!,
  }
}
