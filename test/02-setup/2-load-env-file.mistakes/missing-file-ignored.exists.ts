import { existsSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

// Whether the file is there is asked; whether it could be read is not.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path; give an absolute one.`)
  if (!existsSync(file)) throw new Error(`${file} is missing.`)
  return config({ path: file, quiet: true }).parsed ?? {}
}
