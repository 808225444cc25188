import path from 'node:path'
import { config } from 'dotenv'

// process.env, but only the names of the file.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed = {}, error } = config({ path: file, quiet: true })
  if (error) throw error
  return new Proxy(parsed, {
    get: (target, name) => Reflect.get(target, name) ?? process.env[String(name)],
  })
}
