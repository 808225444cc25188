import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { config } from 'dotenv'

// The address of a file is taken, too.
export function loadEnvFile(file: string): Record<string, string> {
  if (file.startsWith('file:')) return loadEnvFile(fileURLToPath(file))
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
