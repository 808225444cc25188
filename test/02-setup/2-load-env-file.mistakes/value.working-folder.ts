import path from 'node:path'
import { config } from 'dotenv'

// The working folder of the whole program is another one now.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is relative.`)
  process.chdir(path.dirname(file))
  const { parsed, error } = config({ path: path.basename(file), quiet: true })
  if (error) throw error
  return parsed ?? {}
}
