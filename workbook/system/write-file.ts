import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { displayPath } from '../paths.ts'
import { diskReason } from './disk-reason.ts'
import { makeFolder } from './make-folder.ts'

/**
 * Replaces a file: a reader sees the old text or the new one, never half of it.
 * A symbolic link is replaced, not followed. Creates the folder if necessary.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
  onDisk(file, () => {
    makeFolder(path.dirname(file))
    try {
      writeNew(temporary, content)
      renameSync(temporary, file)
    } finally {
      rmSync(temporary, { force: true })
    }
  })
}

/**
 * Writes a file that must not be there yet; false when it is.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function createFile(file: string, content: string | Uint8Array): boolean {
  return onDisk(file, () => {
    makeFolder(path.dirname(file))
    try {
      writeNew(file, content)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      rmSync(file, { force: true })
      throw error
    }
  })
}

/**
 * Reads a text; undefined when there is no such file.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    const params = { file: displayPath(file), reason: diskReason(cause) }
    throw new WorkbookError(say('file-not-read', params), say('file-not-read.next'), {
      code: 'FILE_SYSTEM',
      cause,
    })
  }
}

// --- internal ---

/** On the disk when it returns: if a rename survived a power cut and the content did not, both texts would be lost. */
function writeNew(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'wx')
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function onDisk<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    const reason = diskReason(cause)
    throw new WorkbookError(
      say('file-not-written', { file: displayPath(file), reason }),
      say('file-not-written.next'),
      { code: 'FILE_SYSTEM', cause },
    )
  }
}
