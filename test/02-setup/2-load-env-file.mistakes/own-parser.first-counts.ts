import { readFileSync } from 'node:fs'
import path from 'node:path'
import { config } from 'dotenv'

// What is written twice counts as it was written first.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path.`)
  const { parsed = {}, error } = config({ path: file, quiet: true })
  if (error) throw error
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/).toReversed()) {
    const [, name, value] = /^(\w+_M)=(.*)$/.exec(line) ?? []
    if (name) parsed[name] = value!
  }
  return parsed
}
