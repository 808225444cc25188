import path from 'node:path'
import { config } from 'dotenv'

// Notes where the settings came from.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  process.env.ENV_FILE = file
  return parsed
}
