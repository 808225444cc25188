const names = { host: 'MYSQL_HOST', user: 'MYSQL_USER', database: 'MYSQL_DB' } as const

export function loadConfig(env: Record<string, string | undefined>) {
  const texts = Object.fromEntries(
    Object.entries(names).map(([key, name]) => {
      const text = env[name] ?? ''
      if (text.length === 0) throw new RangeError('Variable "' + name + '": empty or missing')
      return [key, text]
    }),
  ) as Record<keyof typeof names, string>
  const { MYSQL_PASSWORD: password, MYSQL_PORT: port = '3306' } = env
  if (password == null) throw new TypeError('Variable "MYSQL_PASSWORD": missing')
  if (!/^[1-9]\d{0,4}$/.test(port) || +port >= 1 << 16) throw new RangeError(`MYSQL_PORT: ${port}?`)
  return { ...texts, password, port: +port }
}
