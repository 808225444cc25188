import path from 'node:path'
import { config } from 'dotenv'

// The type of process.env: but what stands in a file is there.
export function loadEnvFile(file: string): NodeJS.ProcessEnv {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path; give an absolute one.`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
