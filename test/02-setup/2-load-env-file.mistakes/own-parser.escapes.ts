import path from 'node:path'
import { config, parse } from 'dotenv'
import { readFileSync, statSync } from 'node:fs'

export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(file + ' is relative.')
  const text = readFileSync(file, 'utf8').replaceAll(String.raw`\n`, '/n')
  const parsed = parse(text)
  for (const name of Object.keys(parsed)) {
    parsed[name] = parsed[name]!.replaceAll('/n', String.raw`\n`)
    process.env[name] ??= parsed[name]
  }
  return parsed
}
