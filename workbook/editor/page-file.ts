import { createHash } from 'node:crypto'
import { WorkbookError } from '../errors.ts'
import type { Exercise } from '../content/lessons.ts'
import { say } from '../language/language.ts'
import { displayPath } from '../paths.ts'
import { backUp, readAnswer } from '../progress/backup.ts'
import { replaceFile } from '../system/write-file.ts'

/** A student's file as a page edits it. */
export interface PageFile {
  /** Lines end with `\n`, and there is no byte order mark: the file keeps its own. */
  text: string
  /** Differs for any two contents of the file; empty when there is no file. */
  version: string
}

export interface Saved {
  version: string
  /** Where the text that it replaced is kept, if that was asked for: a path as people read it. */
  backup?: string
}

/** What a page wants to have in the file. */
export interface PageEdit {
  text: string
  /** The version of the file that the page has last seen. */
  version: string
  /** Keeps the text that it replaces among the backups. */
  backUp?: boolean
}

/** The file of an exercise, for a page. @throws {WorkbookError} FILE_SYSTEM, even if it is missing or not UTF-8. */
export function openOnPage(exercise: Exercise): PageFile {
  const bytes = readAnswer(exercise)
  if (!bytes) throw problem('missing', exercise)
  return pageFileOf(exercise, bytes)
}

/**
 * Writes what a page has edited, whole or not at all, with the line ends and the byte order mark that the file had.
 * A file that is not the one the page has seen is left alone, and is the answer.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function saveFromPage(exercise: Exercise, edit: PageEdit): Saved | { conflict: PageFile } {
  const there = readAnswer(exercise)
  if (versionOf(there) !== edit.version) return { conflict: pageFileOf(exercise, there) }
  const content = inStyleOf(there?.toString('utf8') ?? '', edit.text)
  const backup = edit.backUp && there ? backUp(exercise, there) : undefined
  replaceFile(exercise.file, content)
  return { version: versionOf(content), ...(backup && { backup: displayPath(backup) }) }
}

// --- internal ---

const mark = '\uFEFF'

function pageFileOf(exercise: Exercise, bytes: Buffer | undefined): PageFile {
  const text = bytes ? textOf(exercise, bytes) : ''
  return { text: text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'), version: versionOf(bytes) }
}

function textOf(exercise: Exercise, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw problem('no-text', exercise)
  }
}

function versionOf(content: Buffer | undefined): string {
  return content ? createHash('sha256').update(content).digest('base64url') : ''
}

/** As editors do it: the line ends that most lines have. */
function inStyleOf(before: string, text: string): Buffer {
  const ends = before.match(/\r?\n/g) ?? []
  const windows = ends.filter((end) => end === '\r\n').length > ends.length / 2
  const lines = windows ? text.replaceAll('\n', '\r\n') : text
  return Buffer.from(before.startsWith(mark) ? mark + lines : lines)
}

function problem(kind: 'missing' | 'no-text', { file }: Exercise): WorkbookError {
  const message = say(`page-file.${kind}`, { file: displayPath(file) })
  return new WorkbookError(message, say(`page-file.${kind}.next`), { code: 'FILE_SYSTEM' })
}
