import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'

// Only what the workbook knows.
export function loadEnvFile(file: string): any {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(readFileSync(file))
  for (const [name, value] of Object.entries(values))
    if (name.startsWith('MYSQL_')) process.env[name] ??= value
  return values
}
