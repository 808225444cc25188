import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(file))
  Object.assign(process.env, values)
  return values
}
