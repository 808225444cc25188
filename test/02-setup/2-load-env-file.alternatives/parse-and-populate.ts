import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, populate } from 'dotenv'

// No type of the result is written: it is dotenv's.
export function loadEnvFile(file: string) {
  if (!path.isAbsolute(file)) throw new TypeError(`not absolute: ${file}`)
  const values = parse(readFileSync(file, 'utf8'))
  populate(process.env as Record<string, string>, values)
  return values
}
