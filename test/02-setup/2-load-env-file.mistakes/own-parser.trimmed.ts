import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return Object.fromEntries(Object.entries(parsed!).map(([name, text]) => [name, text.trim()]))
}
