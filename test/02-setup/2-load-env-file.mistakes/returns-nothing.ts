import path from 'node:path'
import { config } from 'dotenv'

// Sets everything and forgets the caller.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { error } = config({ path: file, quiet: true })
  if (error) throw error
}
