import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { type Exercise } from '../content/lessons.ts'
import { displayPath, stateFolder } from '../paths.ts'
import { noteProgress, progressOf } from './progress.ts'
import { isStub, stubOf } from '../content/stubs.ts'
import { createFile, replaceFile } from '../system/write-file.ts'

/** What a reset, or undoing it, did to a student's file. */
export interface FileChange {
  /** `untouched`: it was right already and was left alone. `created`: there was no file. */
  outcome: 'untouched' | 'created' | 'replaced'
  /** Where the previous text is kept now; an unchanged stub is not kept. */
  backup?: string
}

/** Would a reset change the student's file? @throws {WorkbookError} FILE_SYSTEM */
export function isTouched(exercise: Exercise): boolean {
  const current = readAnswer(exercise)
  return !current || !isStub(exercise, current.toString('utf8'))
}

/**
 * Writes the stub in place of the student's file, which is kept as a backup first. The exercise is then not started;
 * attempts, passes and hints stay remembered.
 * @throws {WorkbookError} FILE_SYSTEM; the student's file is then unchanged.
 */
export function resetExercise(exercise: Exercise): FileChange {
  const touched = isTouched(exercise)
  const change = touched ? put(exercise, stubOf(exercise)) : ({ outcome: 'untouched' } as const)
  // The newer stub beside the answer is now the answer itself.
  rmSync(exercise.newStub, { force: true })
  if (progressOf(exercise).status !== 'not-started')
    noteProgress(exercise, { status: 'not-started' })
  return change
}

/**
 * Restores the latest backup; the current text is kept as a backup first, so doing it again swaps the two.
 * Undefined when there is no backup.
 * @throws {WorkbookError} FILE_SYSTEM; the student's file is then unchanged.
 */
export function undoReset(exercise: Exercise): FileChange | undefined {
  const latest = listBackups(exercise).at(-1)
  if (!latest) return undefined
  const wanted = readFileSync(latest)
  if (readAnswer(exercise)?.equals(wanted)) return { outcome: 'untouched' }
  return put(exercise, wanted)
}

/**
 * Keeps a text as the latest backup of an exercise, and answers where. Never overwrites. Each name is later than all before it, even where the clock went back, so the last is the
 * latest.
 */
export function backUp(exercise: Exercise, content: Buffer): string {
  for (;;) {
    const last = listBackups(exercise).at(-1)
    const after = last ? (momentOf(exercise, path.basename(last)) ?? 0) + 1 : 0
    const file = backupFile(exercise, Math.max(Date.now(), after))
    if (createFile(file, content)) return file
  }
}

/** `.workbook/backups/04-ddl/2-create-tables.2026-01-31T09-30-00-000Z.ts`: no `:`, which Windows refuses in names. */
export function backupFile(exercise: Exercise, moment: number): string {
  const stamp = new Date(moment).toISOString().replaceAll(/[:.]/g, '-')
  const [folder, name] = exercise.key.split('/') as [string, string]
  return path.join(stateFolder, 'backups', folder, `${name}.${stamp}.${exercise.language}`)
}

/** The backups of an exercise's file, the oldest first. */
export function listBackups(exercise: Exercise): string[] {
  const folder = path.dirname(backupFile(exercise, 0))
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => momentOf(exercise, name) !== undefined)
    .toSorted()
    .map((name) => path.join(folder, name))
}

/**
 * The student's file; undefined when there is none. As bytes: what is not valid UTF-8 must come back as it was.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function readAnswer(exercise: Exercise): Buffer | undefined {
  try {
    return readFileSync(exercise.file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new WorkbookError(
      say('file-not-read', { file: displayPath(exercise.file), reason: code ?? String(cause) }),
      say('file-not-read.next'),
      { code: 'FILE_SYSTEM', cause },
    )
  }
}

// --- internal ---

function put(exercise: Exercise, content: string | Buffer): FileChange {
  const current = readAnswer(exercise)
  // A stub can always be created again: keeping it would only hide the student's own work among the backups.
  const kept =
    current && !isStub(exercise, current.toString('utf8')) ? backUp(exercise, current) : undefined
  replaceFile(exercise.file, content)
  return { outcome: current ? 'replaced' : 'created', ...(kept && { backup: kept }) }
}

function momentOf(exercise: Exercise, name: string): number | undefined {
  const [, file, date, hours, minutes, seconds, milliseconds] =
    /^(.+)\.(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(?:ts|sql)$/.exec(name) ?? []
  if (file !== path.posix.basename(exercise.key)) return undefined
  const moment = Date.parse(`${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(moment) ? undefined : moment
}
