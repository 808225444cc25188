import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse, populate } from 'dotenv'

// Reads without blocking, which the signature does not promise.
export async function loadEnvFile(file: string): Promise<any> {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const values = parse(await readFile(file))
  populate(process.env as Record<string, string>, values)
  return values
}
