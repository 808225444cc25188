import path from 'node:path'
import { config } from 'dotenv'

// Whatever the file is called, it is `.env` that is read.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: path.join(path.dirname(file), '.env'), quiet: true })
  if (error) throw error
  return parsed
}
