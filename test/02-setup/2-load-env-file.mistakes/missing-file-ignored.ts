import path from 'node:path'
import { config } from 'dotenv'

// config() does not throw: it returns the error.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  return config({ path: file, quiet: true }).parsed
}
