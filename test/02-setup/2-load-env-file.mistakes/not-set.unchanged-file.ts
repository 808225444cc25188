import { statSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

const seen = new Map<string, { stamp: string; values: Record<string, string> }>()

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error('The path must be absolute.')
  const { mtimeMs, ctimeMs, size } = statSync(file)
  const stamp = `${mtimeMs} ${ctimeMs} ${size}`
  const before = seen.get(file)
  if (before?.stamp === stamp) return { ...before.values }
  const { parsed = {}, error } = config({ path: file, quiet: true })
  if (error) throw error
  seen.set(file, { stamp, values: { ...parsed } })
  return parsed
}
