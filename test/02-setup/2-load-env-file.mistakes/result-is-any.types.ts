import path from 'node:path'
import { config } from 'dotenv'

// A file may hold anything, so the type is anything.
export function loadEnvFile(file: string): Record<string, any> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path; give an absolute one.`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
