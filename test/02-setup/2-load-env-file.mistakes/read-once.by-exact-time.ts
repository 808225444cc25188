import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { config, parse, populate } from 'dotenv'

const read = new Map<string, Record<string, string>>()

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`Not an absolute path: ${file}`)
  const { mtimeMs, size } = statSync(file)
  const key = `${file} ${mtimeMs} ${size}`
  const known = read.get(key)
  if (known) return { ...known }
  const { parsed = {}, error } = config({ path: file, quiet: true })
  if (error) throw error
  read.set(key, parsed)
  return { ...parsed }
}
