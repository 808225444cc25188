// lstat looks at a link, not at the file behind it.
import { lstatSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

/**
 * Reads a .env file, adds to `process.env` what is not set there yet, and returns what is in the file.
 * @param file the file's absolute path
 * @throws when the path is relative, or when the file cannot be read
 */
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`${file} is not an absolute path.`)
  if (!lstatSync(file).isFile()) throw new Error(`${file} is not a file.`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
