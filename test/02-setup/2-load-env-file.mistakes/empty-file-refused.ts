import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error || !parsed || Object.keys(parsed).length === 0)
    throw error ?? new Error('Nothing there')
  return parsed
}
