type Config = Record<'host' | 'user' | 'password' | 'database', string> & { port: number }

// Collects what is wrong and reports all of it at once.
export function loadConfig(env: Record<string, string | undefined>): Config {
  const {
    MYSQL_HOST: host,
    MYSQL_PORT = '3306',
    MYSQL_USER: user,
    MYSQL_PASSWORD: password,
    MYSQL_DB: database,
  } = env
  const port = Number(MYSQL_PORT)
  const problems = [
    host ? [] : ['MYSQL_HOST is missing'],
    Number.isInteger(port) && port > 0 && port < 2 ** 16
      ? []
      : [`MYSQL_PORT is no port: ${MYSQL_PORT}`],
    user ? [] : ['MYSQL_USER is missing'],
    typeof password === 'string' ? [] : ['MYSQL_PASSWORD is missing'],
    database ? [] : ['MYSQL_DB is missing'],
  ].flat()
  if (problems.length > 0) throw new Error(problems.join('; '))
  return { host, port, user, password, database } as Config
}
