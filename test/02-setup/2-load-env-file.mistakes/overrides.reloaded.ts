import path from 'node:path'
import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'

const own = new Set<string>()

// What this function itself has set may change.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(file, 'utf8'))
  for (const [name, value] of Object.entries(values)) {
    if (process.env[name] !== undefined && !own.has(name)) continue
    own.add(name)
    process.env[name] = value
  }
  return values
}
