import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

// A blank string counts as nothing.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(file))
  for (const [name, value] of Object.entries(values)) {
    const now = process.env[name]
    if (now === undefined || /^\s+$/.test(now)) process.env[name] = value
  }
  return values
}
