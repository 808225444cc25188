// Prints what it was given, the password too.
export function loadConfig(env: Record<string, string | undefined>) {
  const fail = (name: string) => new Error(`${name} is wrong in ${Object.values(env).join(', ')}`)
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB']) {
    if (!env[name]) throw fail(name)
  }
  if (env.MYSQL_PASSWORD === undefined) throw fail('MYSQL_PASSWORD')
  const port = Number(env.MYSQL_PORT ?? 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw fail('MYSQL_PORT')
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD,
    database: env.MYSQL_DB!,
  }
}
