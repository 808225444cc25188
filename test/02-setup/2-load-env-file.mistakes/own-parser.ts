import { readFileSync } from 'node:fs'
import path from 'node:path'

// Splits at every `=`, keeps quotes and comments.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values: Record<string, string> = {}
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [name, value] = line.split('=')
    if (name && value !== undefined) values[name.trim()] = value.trim()
  }
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value
  return values
}
