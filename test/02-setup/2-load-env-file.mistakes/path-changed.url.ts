import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, populate } from 'dotenv'

// In a URL `#` and `%` mean something.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(new URL(`file://${file}`)))
  populate(process.env as Record<string, string>, values)
  return values
}
