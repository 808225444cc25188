import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse, populate } from 'dotenv'

class MissingFile extends Error {}

/** Its own class of errors, a file by its URL, a copy for the caller. */
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new RangeError('relative')
  try {
    const values = parse(readFileSync(pathToFileURL(file)))
    populate(process.env as Record<string, string>, values, { override: false })
    return structuredClone(values)
  } catch (cause) {
    throw new MissingFile(`Cannot read ${file}`, { cause })
  }
}
