import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

// What was set before is left out of the answer.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const added: Record<string, string> = {}
  for (const [name, value] of Object.entries(parse(readFileSync(file)))) {
    if (process.env[name] === undefined) added[name] = process.env[name] = value
  }
  return added
}
