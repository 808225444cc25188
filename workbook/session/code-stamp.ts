import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../config.ts'
import { root, sqlFolder, testFolder } from '../paths.ts'

/**
 * Changes with whatever a session read when it started and a separate check would read again: the machinery, the
 * specs, the packages, the settings. A session of another stamp is not asked.
 * @throws {WorkbookError} BAD_CONFIG, OUTSIDE_PREFIX
 */
export function codeStamp(): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, readConfig()]))
  const folders = [path.join(root, 'workbook'), testFolder, sqlFolder]
  const packages = ['package.json', 'package-lock.json'].map((name) => path.join(root, name))
  for (const file of [...folders.flatMap(filesIn), ...packages]) {
    const stats = statSync(file, { throwIfNoEntry: false })
    hash.update(`${file} ${stats?.mtimeMs} ${stats?.size}\n`)
  }
  return hash.digest('hex')
}

// --- internal ---

/** Without the known answers: there are many, and no check of a student reads them. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (!entry.isDirectory()) return [file]
    return /\.(mistakes|alternatives)$/.test(entry.name) ? [] : filesIn(file)
  })
}
