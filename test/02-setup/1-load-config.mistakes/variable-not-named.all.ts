// Names all of them, and leaves it to the reader to find the one.
export function loadConfig(env: Record<string, string | undefined>) {
  const port = Number(env.MYSQL_PORT ?? 3306)
  const complete =
    env.MYSQL_HOST && env.MYSQL_USER && env.MYSQL_PASSWORD !== undefined && env.MYSQL_DB
  if (!complete || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('Check MYSQL_HOST, MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD and MYSQL_DB')
  }
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD!,
    database: env.MYSQL_DB!,
  }
}
