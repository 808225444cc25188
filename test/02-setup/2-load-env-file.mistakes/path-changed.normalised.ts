import path from 'node:path'
import { config } from 'dotenv'

// Refuses an absolute path with `..` in it.
export function loadEnvFile(file: string): any {
  if (path.resolve(file) !== file) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed
}
