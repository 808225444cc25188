import path from 'node:path'
import { closeSync, openSync, readSync } from 'node:fs'
import { parse, populate } from 'dotenv'

// A buffer of 4,096 bytes is always enough.
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error('relative')
  const buffer = Buffer.alloc(4096)
  const handle = openSync(file, 'r')
  const values = parse(buffer.subarray(0, readSync(handle, buffer)))
  closeSync(handle)
  populate(process.env as Record<string, string>, values)
  return values
}
