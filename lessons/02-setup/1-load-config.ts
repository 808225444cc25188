import { practise } from '#workbook/practice'

/** What a program needs to know to connect. */
export interface DatabaseConfig {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * Builds the settings for a connection from MYSQL_HOST, MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD and MYSQL_DB.
 * Without MYSQL_PORT the port is 3306; the password may be empty, but it must be there.
 * @throws an Error that names the variable that is missing or malformed
 */
export function loadConfig(env: Record<string, string | undefined>): DatabaseConfig {
  const required = (name: string) => {
    const value = env[name]
    if (!value) throw new Error(`${name} is missing: set it in .env.`)
    return value
  }
  // TODO: return the five settings; `required` helps with three of them
  throw new Error('TODO')
}

// npx tsx lessons/02-setup/1-load-config.ts
await practise(import.meta, async () => {
  const env = {
    MYSQL_HOST: '127.0.0.1',
    MYSQL_PORT: '3306',
    MYSQL_USER: 'chat',
    MYSQL_PASSWORD: '',
    MYSQL_DB: 'ai_chat_db',
  }
  console.log(loadConfig(env))
  const mistakes = [
    { MYSQL_HOST: undefined },
    { MYSQL_PORT: '33o6' },
    { MYSQL_PASSWORD: undefined },
  ]
  for (const change of mistakes) {
    try {
      loadConfig({ ...env, ...change })
    } catch (error) {
      console.log((error as Error).message)
    }
  }
})
