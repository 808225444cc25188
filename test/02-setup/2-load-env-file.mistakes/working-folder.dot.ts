import { config } from 'dotenv'

// A relative path need not begin with a dot.
export function loadEnvFile(file: string): any {
  if (file.startsWith('./') || file.startsWith('../')) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed
}
