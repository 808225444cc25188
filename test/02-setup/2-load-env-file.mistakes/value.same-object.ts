import path from 'node:path'
import { config } from 'dotenv'

const values: Record<string, string> = {}

// One object for all calls: what a caller has kept changes.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed = {}, error } = config({ path: file, quiet: true })
  if (error) throw error
  for (const name of Object.keys(values)) delete values[name]
  return Object.assign(values, parsed)
}
