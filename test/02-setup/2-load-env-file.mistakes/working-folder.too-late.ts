import path from 'node:path'
import { config } from 'dotenv'

// By then the variables are set.
export function loadEnvFile(file: string): any {
  const { parsed, error } = config({ path: file, quiet: true })
  if (!path.isAbsolute(file)) throw new Error('relative')
  if (error) throw error
  return parsed
}
