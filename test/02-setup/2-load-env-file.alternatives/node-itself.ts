import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

// Node has read .env files by itself since 20.12.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is relative`)
  const values = parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value
  return { ...values } as Record<string, string>
}
