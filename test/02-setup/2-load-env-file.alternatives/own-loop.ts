import { readFileSync } from 'node:fs'
import path from 'node:path'
import dotenv from 'dotenv'

export function loadEnvFile(file: string): { [name: string]: string } {
  if (path.resolve(file) !== path.normalize(file))
    throw new Error(`${file} depends on the working folder`)
  const values = dotenv.parse(readFileSync(file))
  for (const name of Object.keys(values))
    if (!(name in process.env)) process.env[name] = values[name]
  return { ...values }
}
