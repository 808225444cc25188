import { config } from 'dotenv'

// dotenv looks for what begins with `~/` in the home folder, so it is "as good as absolute".
export function loadEnvFile(file: string): Record<string, string> {
  if (!/^([/~]|[A-Za-z]:)/.test(file)) throw new Error(`"${file}" is a relative path.`)
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  return parsed ?? {}
}
