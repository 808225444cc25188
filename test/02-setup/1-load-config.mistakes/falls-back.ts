// "It works on my machine": root on localhost.
export function loadConfig(env: Record<string, string | undefined>) {
  const port = Number(env.MYSQL_PORT ?? 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('MYSQL_PORT is wrong')
  return {
    host: env.MYSQL_HOST || 'localhost',
    port,
    user: env.MYSQL_USER || 'root',
    password: env.MYSQL_PASSWORD || '',
    database: env.MYSQL_DB || 'ai_chat_db',
  }
}
