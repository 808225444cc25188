import path from 'node:path'
import { config } from 'dotenv'

// As a shell would; dotenv does not.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const { parsed, error } = config({ path: file, quiet: true })
  if (error) throw error
  const expand = (text: string) =>
    text.replaceAll(/\$\{?(\w+)\}?/g, (_whole, name: string) => process.env[name] ?? '')
  return Object.fromEntries(Object.entries(parsed!).map(([name, text]) => [name, expand(text)]))
}
