import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(file + ' is relative.')
  const parsed = parse(readFileSync(file, 'utf8'))
  for (const name of Object.keys(parsed))
    if (['undefined', 'null', undefined].includes(process.env[name]))
      process.env[name] = parsed[name]
  return parsed
}
