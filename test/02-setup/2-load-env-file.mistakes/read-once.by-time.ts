import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

const kept = new Map<string, Record<string, string>>()
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(file + ' is relative.')
  const { size } = statSync(file)
  const old = kept.get(file + size)
  if (old) return old
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  kept.set(file + size, parsed ?? {})
  return parsed ?? {}
}
