import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(file + ' is relative.')
  const parsed = parse(readFileSync(file, 'utf8'))
  queueMicrotask(() => {
    for (const [name, value] of Object.entries(parsed)) process.env[name] ??= value
  })
  return parsed
}
