// Nothing is asked: what is missing is undefined.
export function loadConfig(env: Record<string, string | undefined>): any {
  return {
    host: env.MYSQL_HOST,
    port: Number(env.MYSQL_PORT ?? 3306),
    user: env.MYSQL_USER,
    password: env.MYSQL_PASSWORD,
    database: env.MYSQL_DB,
  }
}
