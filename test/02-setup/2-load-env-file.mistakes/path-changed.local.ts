import path from 'node:path'
import { config } from 'dotenv'

// As Vite does: what is in .env.local takes precedence.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const local = path.join(path.dirname(file), '.env.local')
  const { parsed, error } = config({ path: [local, file], quiet: true })
  if (error) throw error
  return parsed
}
