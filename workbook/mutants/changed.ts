import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { listExercises, type Exercise } from '../content/lessons.ts'
import { root } from '../paths.ts'

/** An exercise whose mutants should be run. */
export interface Choice {
  exercise: Exercise
  /** A fifth of its mutants is enough. */
  sampled: boolean
}

/**
 * The exercises to look at after a change: those whose own files changed since `revision` with all their mutants, a fifth
 * of the others, chosen by the commit; all, with a fifth of their mutants each, when what all specs use has changed.
 * @throws when git does not know the revision
 */
export function changedSince(revision: string): Choice[] {
  const files = git('diff', '--name-only', revision).split('\n').filter(Boolean)
  return chooseChanged(files, git('rev-parse', 'HEAD').trim())
}

/** What {@link changedSince} does, with the changed files (from the checkout's folder, with `/`) and the commit at hand. */
export function chooseChanged(files: readonly string[], commit: string): Choice[] {
  const common = files.some((file) => /^(?:test\/support|workbook\/mutants)\//.test(file))
  return listExercises().flatMap((exercise): Choice[] => {
    if (files.some((file) => concerns(file, exercise))) return [{ exercise, sampled: false }]
    if (common) return [{ exercise, sampled: true }]
    return isInFifth(`${commit} ${exercise.id}`) ? [{ exercise, sampled: false }] : []
  })
}

/** The exercises with a file that was changed or added since the last commit; undefined if git can't tell. */
export function changedNow(exercises: readonly Exercise[]): Exercise[] | undefined {
  let files: string[]
  try {
    files = [git('diff', '--name-only', 'HEAD'), git('ls-files', '--others', '--exclude-standard')]
      .flatMap((list) => list.split('\n'))
      .filter(Boolean)
  } catch {
    return undefined
  }
  return exercises.filter((exercise) => files.some((file) => concerns(file, exercise)))
}

/** One in five texts, always the same. */
export function isInFifth(text: string): boolean {
  return createHash('sha256').update(text).digest()[0]! % 5 === 0
}

// --- internal ---

/** An exercise's own files, and what all exercises of its lesson share: `test/05-dml/probes.ts`. */
function concerns(file: string, { key, language }: Exercise): boolean {
  if (file === `solutions/${key}.${language}` || file.startsWith(`test/${key}.`)) return true
  const [folder, name] = [path.posix.dirname(file), path.posix.basename(file)]
  return folder === `test/${path.posix.dirname(key)}` && !/^\d+-/.test(name)
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
