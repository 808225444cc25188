import path from 'node:path'
import { config } from 'dotenv'

const cache = new Map<string, Record<string, string>>()

// A file that has changed in the meantime is not read again.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  if (!cache.has(file)) {
    const { parsed, error } = config({ path: file, quiet: true })
    if (error) throw error
    cache.set(file, parsed!)
  }
  return cache.get(file)
}
