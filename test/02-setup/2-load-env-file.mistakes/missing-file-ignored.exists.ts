import { existsSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

// It checks that the file is there, but not that it could be read.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path; give an absolute one.`)
  if (!existsSync(file)) throw new Error(`${file} is missing.`)
  return config({ path: file, quiet: true }).parsed ?? {}
}
