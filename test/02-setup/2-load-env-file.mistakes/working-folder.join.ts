import path from 'node:path'
import { config } from 'dotenv'

export function loadEnvFile(file: string): any {
  const { parsed, error } = config({ path: path.join(process.cwd(), file), quiet: true })
  if (error) throw error
  return parsed
}
