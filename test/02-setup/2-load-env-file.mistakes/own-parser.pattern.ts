import { readFileSync } from 'node:fs'
import path from 'node:path'

// Knows no quotes and no Windows line ends.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values: Record<string, string> = {}
  for (const [, name, value] of readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm)) {
    values[name!] = value!
    process.env[name!] ??= value
  }
  return values
}
