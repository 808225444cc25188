import { randomBytes } from 'node:crypto'
import { renameSync } from 'node:fs'
import path from 'node:path'
import { findExercise, listExercises, type Exercise } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import { underNewIds } from '../content/renamed.ts'
import { WorkbookError } from '../errors.ts'
import { stateFolder } from '../paths.ts'
import { isEntry } from './check.ts'
import { firstOpen, isDue, secondsSince } from './rules.ts'
import type { ExerciseProgress, Progress } from './types.ts'
import type { Verdict } from '../verdict.ts'
import { readFile, replaceFile } from '../system/write-file.ts'

export const progressFile = path.join(stateFolder, 'progress.json')

/** A tour is taken step by step in any client; its steps are seen in the statement log of the practice database. */
export function isTour({ name }: Pick<Exercise, 'name'>): boolean {
  return name === 'tour'
}

/**
 * Reads the progress, to look at it. A missing file is a new start. Of a damaged one, what can be read still counts, and the
 * file is kept beside it. One that can't be read shows nothing; an attempt to change it throws.
 */
export function readProgress(): Progress {
  try {
    return readStored()
  } catch {
    return { exercises: {} }
  }
}

/** What is remembered about one exercise. */
export function progressOf(
  { id }: Pick<Exercise, 'id'>,
  progress = readProgress(),
): ExerciseProgress {
  return progress.exercises[id] ?? untouched
}

/** Records a verdict. One that the environment blocked leaves the progress as it was. */
export function recordVerdict(verdict: Verdict): void {
  const { status, at } = verdict
  if (status === 'blocked') return
  update(verdict.exercise, (old, progress) => ({
    ...old,
    status,
    lastCheckedAt: at,
    ...(status !== 'not-started' && attempt(old, secondsSince(progress, at))),
    ...(status === 'passed' && pass(old, at)),
    ...(isTour(findExercise(verdict.exercise)) && { steps: stepsOf(verdict, old) }),
  }))
}

/** Notes that hints or the solution were shown, or that the exercise starts over. */
export function noteProgress(exercise: Exercise, change: Partial<ExerciseProgress>): void {
  const anew = change.status === 'not-started' && isTour(exercise)
  const begin = anew && { steps: [], stepsSince: new Date().toISOString() }
  update(exercise.id, (old) => ({ ...old, ...change, ...begin }))
}

/** The exercise to do next: the first that has not passed, challenges last; undefined when all have. */
export function nextExercise(progress = readProgress()): Exercise | undefined {
  return firstOpen(
    listExercises(),
    (exercise) => exerciseText(exercise, 'en').mark,
    (exercise) => progressOf(exercise, progress).status === 'passed',
  )
}

/** Replaces what was remembered with other progress. @throws {WorkbookError} FILE_SYSTEM */
export function changeProgress(change: (old: Progress) => Progress): void {
  const changed = change(readStored())
  replaceFile(progressFile, `${JSON.stringify(changed, null, 2)}\n`)
}

// --- internal ---

const untouched: Readonly<ExerciseProgress> = {
  status: 'not-started',
  attempts: 0,
  hintsShown: 0,
  solutionAsked: false,
}

/** @throws {WorkbookError} FILE_SYSTEM when the file can't be read: its content must not be overwritten */
function readStored(): Progress {
  const text = readFile(progressFile)
  if (text === undefined) return { exercises: {} }
  try {
    const progress = JSON.parse(text) as Progress
    const entries = Object.entries(progress.exercises)
    const whole = entries.flatMap(([id, entry]) =>
      isEntry(entry) ? [[id, { ...untouched, ...entry }] as const] : [],
    )
    const exercises = underNewIds(Object.fromEntries(whole))
    if (whole.length === entries.length) return { ...progress, exercises }
    keepUnreadable()
    replaceFile(progressFile, JSON.stringify({ exercises }))
    return { exercises }
  } catch (error) {
    if (error instanceof WorkbookError) throw error
    // Cut short, or edited by hand.
    keepUnreadable()
    return { exercises: {} }
  }
}

function keepUnreadable(): void {
  try {
    // Two may be found damaged within one millisecond.
    const name = `${Date.now()}-${randomBytes(4).toString('hex')}`
    renameSync(progressFile, `${progressFile}.${name}.unreadable`)
  } catch {
    // Another command was first.
  }
}

function attempt(old: ExerciseProgress, seconds: number): Partial<ExerciseProgress> {
  const { attempts, failures = 0, secondsSpent = 0, firstPassedAt } = old
  return {
    attempts: attempts + 1,
    failures: failures + 1,
    ...(!firstPassedAt && { secondsSpent: secondsSpent + seconds }),
  }
}

function pass(old: ExerciseProgress, at: string): Partial<ExerciseProgress> {
  const moments = { failures: 0, firstPassedAt: old.firstPassedAt ?? at, lastPassedAt: at }
  if (old.status === 'passed') return moments
  const revisits = (old.revisits ?? 0) + (isDue(old, Date.parse(at)) ? 1 : 0)
  return { ...moments, lastSolvedAt: at, revisits }
}

function stepsOf({ tests }: Verdict, { steps = [] }: ExerciseProgress): string[] {
  const taken = tests.filter(({ status }) => status === 'passed').map(({ title }) => title)
  return [...new Set([...steps, ...taken])]
}

function update(
  id: string,
  change: (old: ExerciseProgress, progress: Progress) => ExerciseProgress,
): void {
  changeProgress((old) => {
    const one = change(progressOf({ id }, old), old)
    return { ...old, exercises: { ...old.exercises, [id]: one } }
  })
}
