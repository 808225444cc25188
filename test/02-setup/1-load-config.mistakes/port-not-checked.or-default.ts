// `||` puts 3306 in place of everything that is not a number.
export function loadConfig(env: Record<string, string | undefined>) {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB']) {
    if (!env[name]) throw new Error(`${name} is missing`)
  }
  if (env.MYSQL_PASSWORD === undefined) throw new Error('MYSQL_PASSWORD is missing')
  return {
    host: env.MYSQL_HOST!,
    port: Number(env.MYSQL_PORT) || 3306,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD,
    database: env.MYSQL_DB!,
  }
}
