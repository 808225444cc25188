// Spaces at the ends belong to a password.
export function loadConfig(env: Record<string, string | undefined>) {
  const read = (name: string) => env[name]?.trim()
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB']) {
    if (!read(name)) throw new Error(`${name} is missing`)
  }
  const password = read('MYSQL_PASSWORD')
  if (password === undefined) throw new Error('MYSQL_PASSWORD is missing')
  const port = Number(env.MYSQL_PORT ?? 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('MYSQL_PORT is wrong')
  return {
    host: read('MYSQL_HOST')!,
    port,
    user: read('MYSQL_USER')!,
    password,
    database: read('MYSQL_DB')!,
  }
}
