import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

// All or nothing: half of a configuration is none.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(file + ' is relative.')
  const parsed = parse(readFileSync(file, 'utf8'))
  const names = Object.keys(parsed)
  if (names.every((name) => process.env[name] === undefined))
    for (const name of names) process.env[name] = parsed[name]
  return parsed
}
