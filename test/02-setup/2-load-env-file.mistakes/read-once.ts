import path from 'node:path'
import { config } from 'dotenv'

let loaded: Record<string, string> | undefined

export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  if (loaded) return loaded
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  loaded = parsed
  return loaded
}
