import { config } from 'dotenv'

// Takes a relative path, and looks for it wherever the program was started.
export function loadEnvFile(file: string): any {
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed
}
