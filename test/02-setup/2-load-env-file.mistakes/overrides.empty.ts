import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

// A variable that is set to an empty string is set.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(file))
  for (const [name, value] of Object.entries(values)) process.env[name] ||= value
  return values
}
