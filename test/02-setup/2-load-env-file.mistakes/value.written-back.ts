import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

// Puts the file in order on the way.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path.`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  const lines = Object.entries(parsed ?? {}).map(([name, value]) => `${name}="${value}"\n`)
  writeFileSync(file, lines.join(''))
  return parsed ?? {}
}
