import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true, encoding: 'ascii' })
  if (error) throw error
  return parsed
}
