export function loadConfig(env: Record<string, string | undefined>) {
  const port = Number(env.MYSQL_PORT ?? 3306)
  const complete =
    env.MYSQL_HOST && env.MYSQL_USER && env.MYSQL_PASSWORD !== undefined && env.MYSQL_DB
  if (!complete || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('The configuration is not complete, check your .env')
  }
  return {
    host: env.MYSQL_HOST!,
    port,
    user: env.MYSQL_USER!,
    password: env.MYSQL_PASSWORD!,
    database: env.MYSQL_DB!,
  }
}
