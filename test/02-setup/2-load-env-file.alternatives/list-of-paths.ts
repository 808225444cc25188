import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { config } from 'dotenv'
import { practise } from '#workbook/practice'

/**
 * Reads a .env file, adds to `process.env` what is not set there yet, and returns what is in the file.
 * @param file the file's absolute path
 * @throws when the path is relative, or when the file cannot be read
 */
export function loadEnvFile(file: string): Record<string, string> {
  if (!path.isAbsolute(file)) throw new Error(`"${file}" is a relative path; give an absolute one.`)
  const { parsed, error } = config({ path: [file], quiet: true })
  if (error) throw error
  return { ...parsed }
}

// npx tsx lessons/02-setup/2-load-env-file.ts
await practise(import.meta, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'env-'))
  const file = path.join(folder, '.env')
  await writeFile(file, 'MYSQL_USER=from_the_file\nMYSQL_PASSWORD="abc#def"\n')
  process.env.MYSQL_USER = 'set_before'
  try {
    console.log('In the file: ', loadEnvFile(file))
    const { MYSQL_USER, MYSQL_PASSWORD } = process.env
    console.log('process.env: ', { MYSQL_USER, MYSQL_PASSWORD })
  } finally {
    await rm(folder, { recursive: true })
  }
})
