import path from 'node:path'
import { config } from 'dotenv'

// config() returns { parsed, error }.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const result = config({ path: file, quiet: true })
  if (result.error) throw result.error
  return result
}
