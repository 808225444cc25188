import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

// Node reads the file twice: once for process.env, once for the caller.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is relative`)
  process.loadEnvFile(file)
  return { ...parseEnv(readFileSync(file, 'utf8')) } as Record<string, string>
}
