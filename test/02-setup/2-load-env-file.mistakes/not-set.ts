import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

// Reads the file, and nobody else sees it.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  return parse(readFileSync(file))
}
