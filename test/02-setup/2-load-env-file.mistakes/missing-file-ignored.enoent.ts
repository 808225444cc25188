import path from 'node:path'
import { config } from 'dotenv'

// One kind of error is known, all others are swallowed.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') throw error
  return parsed
}
