// An empty password is a password.
export function loadConfig(env: Record<string, string | undefined>) {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_DB']) {
    if (!env[name]) throw new Error(`${name} is missing`)
  }
  const port = Number(env.MYSQL_PORT ?? 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('MYSQL_PORT is wrong')
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD!,
    database: env.MYSQL_DB!,
  }
}
