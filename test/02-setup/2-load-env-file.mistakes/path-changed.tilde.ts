// Goes to the file's folder and gives dotenv the bare name; a name that begins with ~ is then looked for in the home folder.
import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is not an absolute path`)
  const before = process.cwd()
  process.chdir(path.dirname(file))
  try {
    const { parsed, error } = config({ path: path.basename(file), quiet: true })
    if (error) throw error
    return parsed ?? {}
  } finally {
    process.chdir(before)
  }
}
