// Asks dotenv to be quiet by a variable, and takes it away again, even if it had been set before.
import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is not an absolute path`)
  process.env.DOTENV_CONFIG_QUIET = 'true'
  const { parsed, error } = config({ path: file })
  delete process.env.DOTENV_CONFIG_QUIET
  if (error) throw error
  return parsed ?? {}
}
