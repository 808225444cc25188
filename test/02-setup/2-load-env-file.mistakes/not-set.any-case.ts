// Takes names that differ in case for the same variable, as Windows does; here MYSQL_USER is not set by mysql_user.
import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is not an absolute path`)
  const { parsed = {}, error } = config({ path: file, quiet: true, processEnv: {} })
  if (error) throw error
  const set = new Set(Object.keys(process.env).map((name) => name.toUpperCase()))
  for (const [name, value] of Object.entries(parsed)) {
    if (!set.has(name.toUpperCase())) process.env[name] = value
  }
  return parsed
}
