import path from 'node:path'
import { config } from 'dotenv'

// What is in force is returned, not what is in the file.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return Object.fromEntries(Object.keys(parsed!).map((name) => [name, process.env[name]]))
}
