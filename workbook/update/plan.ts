import path from 'node:path'
import type { Exercise } from '../content/lessons.ts'
import { lessonsFolder, root, stateFolder } from '../paths.ts'
import { backupFile, isTouched, listBackups, readAnswer } from '../progress/backup.ts'
import { compareExercises, isMoved, renamedIn, type ExerciseChange } from './answers.ts'
import { bytesOf, compareFiles } from './files.ts'
import type { NewVersion } from './source.ts'

/** Paths of steps are from the checkout's folder or from the state folder, so that both may move in the meantime. */
export type Base = 'root' | 'state'

/** One file. A `write` without content is copied from the newer version. */
export interface Step {
  base: Base
  path: string
  action: 'write' | 'remove'
  content?: Buffer
}

/** All that an update does, before it does anything. */
export interface Plan {
  exercises: ExerciseChange[]
  steps: Step[]
  /** Backups of exercises that have moved, from and to, from the state folder. */
  backups: [from: string, to: string][]
  /** Old ids and new ones. */
  renamed: Readonly<Record<string, string>>
  /** For a git clone: where its branch moves. */
  git?: { to: string }
}

/** Compares this workbook with a newer one. Changes nothing. @throws {WorkbookError} FILE_SYSTEM */
export async function planUpdate({ folder, commit }: NewVersion): Promise<Plan> {
  const exercises = await compareExercises(folder)
  const { written, removed } = compareFiles(folder)
  const answers = answerSteps(exercises)
  const steps: Step[] = [
    ...answers,
    ...written.map((name): Step => ({ base: 'root', path: name, action: 'write' })),
    ...removed.map((name): Step => ({ base: 'root', path: name, action: 'remove' })),
  ]
  const backups = exercises.filter(isMoved).flatMap(movedBackups)
  const renamed = await renamedIn(folder)
  return { exercises, steps, backups, renamed, ...(commit && { git: { to: commit } }) }
}

// --- internal ---

/** What is left over is removed first, so that one exercise may take the place of another. */
function answerSteps(changes: ExerciseChange[]): Step[] {
  const left = changes.filter((change) => isMoved(change) || change.kind === 'removed')
  const come = changes.filter(({ text }) => text)
  const taken = new Set(come.map(({ to }) => answerPath(to!)))
  return [
    ...left
      .flatMap(({ from }) => [answerPath(from!), besidePath(from!)])
      .filter((name) => !taken.has(name) && bytesOf(path.join(root, name)))
      .map((name): Step => ({ base: 'root', path: name, action: 'remove' })),
    ...come.map(({ to, text }) => write(answerPath(to!), text!)),
    ...come.flatMap(({ to, beside }) => (beside ? [write(besidePath(to!), beside)] : [])),
    ...changes.filter(({ kind }) => kind === 'removed').flatMap(({ from }) => keepAnswer(from!)),
  ]
}

function write(name: string, content: Buffer): Step {
  return { base: 'root', path: name, action: 'write', content }
}

/** What the student wrote for an exercise that is removed is kept among the backups. */
function keepAnswer(exercise: Exercise): Step[] {
  const content = isTouched(exercise) ? readAnswer(exercise) : undefined
  if (!content) return []
  const file = path.relative(stateFolder, backupFile(exercise, Date.now()))
  return [{ base: 'state', path: slashes(file), action: 'write', content }]
}

function movedBackups({ from, to }: ExerciseChange): [string, string][] {
  const place = (file: string) => slashes(path.relative(stateFolder, file))
  const [oldName, newName] = [from!, to!].map(({ key }) => `backups/${key}.`) as [string, string]
  return listBackups(from!).map((file) => [place(file), place(file).replace(oldName, newName)])
}

/** In the checkout, even for an exercise of the newer version. */
function answerPath({ key, language }: Exercise): string {
  return `${path.basename(lessonsFolder)}/${key}.${language}`
}

function besidePath({ key, language }: Exercise): string {
  return `${path.basename(lessonsFolder)}/${key}.new.${language}`
}

function slashes(file: string): string {
  return file.split(path.sep).join('/')
}
