class MissingVariable extends Error {}

class Environment {
  #env: Record<string, string | undefined>
  constructor(env: Record<string, string | undefined>) {
    this.#env = env
  }
  text(name: string): string {
    return this.#env[name] || this.#fail(name)
  }
  given(name: string): string {
    return this.#env[name] ?? this.#fail(name)
  }
  port(name: string): number {
    const text = this.#env[name] ?? '3306'
    const port = /^[1-9]\d*$/.test(text) ? Number.parseInt(text, 10) : 0
    return port > 0 && port <= 65_535 ? port : this.#fail(name)
  }
  #fail(name: string): never {
    throw new MissingVariable(name)
  }
}

export function loadConfig(env: Record<string, string | undefined>) {
  const from = new Environment(env)
  return {
    host: from.text('MYSQL_HOST'),
    port: from.port('MYSQL_PORT'),
    user: from.text('MYSQL_USER'),
    password: from.given('MYSQL_PASSWORD'),
    database: from.text('MYSQL_DB'),
  }
}
