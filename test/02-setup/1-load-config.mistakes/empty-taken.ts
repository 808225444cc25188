// `??` and `=== undefined` let an empty string through.
export function loadConfig(env: Record<string, string | undefined>) {
  const read = (name: string) => {
    const value = env[name]
    if (value === undefined) throw new Error(`${name} is missing`)
    return value
  }
  const port = Number(env.MYSQL_PORT ?? 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('MYSQL_PORT is wrong')
  return {
    host: read('MYSQL_HOST'),
    port,
    user: read('MYSQL_USER'),
    password: read('MYSQL_PASSWORD'),
    database: read('MYSQL_DB'),
  }
}
