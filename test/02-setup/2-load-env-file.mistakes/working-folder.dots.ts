import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

export function loadEnvFile(file: string): Record<string, string> {
  if (file === '' || /^[.~]/.test(file)) throw new Error(file + ' is relative.')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
