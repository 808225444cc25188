import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { stateFolder } from '../paths.ts'
import { diskReason } from './disk-reason.ts'
import { makeFolder } from './make-folder.ts'

/** The path of a database file in the state folder. */
export function statePath(...parts: string[]): string {
  return path.join(stateFolder, ...parts)
}

/** Creates a folder in the state folder, for this user only. @throws {WorkbookError} FILE_SYSTEM */
export function makeStateFolder(...parts: string[]): string {
  const folder = statePath(...parts)
  onDisk(folder, () => makeFolder(folder, 0o700))
  return folder
}

/** Writes a note for this user only, whole or not at all. @throws {WorkbookError} FILE_SYSTEM */
export function writeState(name: string, value: unknown): void {
  writePrivate(statePath(name), JSON.stringify(value, undefined, 2))
}

/** Writes a text for this user only, whole or not at all. @throws {WorkbookError} FILE_SYSTEM */
export function writePrivate(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
  onDisk(file, () => {
    makeFolder(path.dirname(file), 0o700)
    try {
      writeFileSync(temporary, text, { mode: 0o600 })
      renameSync(temporary, file)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  })
}

/** Reads a note. A missing or broken one is undefined: the workbook can write all of its notes again. */
export function readState(name: string): unknown {
  try {
    return JSON.parse(readFileSync(statePath(name), 'utf8'))
  } catch {
    return undefined
  }
}

/** @throws {WorkbookError} FILE_SYSTEM */
export function removeState(name: string): void {
  const file = statePath(name)
  onDisk(file, () => rmSync(file, { force: true }))
}

// --- internal ---

function onDisk(file: string, action: () => void): void {
  try {
    action()
  } catch (cause) {
    const reason = diskReason(cause)
    throw new WorkbookError(say('db.file-system', { file, reason }), say('db.file-system.next'), {
      code: 'FILE_SYSTEM',
      cause,
    })
  }
}
