import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { displayPath, stateFolder } from '../paths.ts'
import { checkedProgress } from './check.ts'
import { changeProgress, progressFile } from './progress.ts'
import type { ExerciseProgress, Progress } from './types.ts'
import { createFile } from '../system/write-file.ts'

/** `merge` keeps the better of both; `replace` forgets what was there. */
export type ImportMode = 'merge' | 'replace'

/**
 * Takes over a progress that was exported elsewhere. What was remembered here is kept as a backup first, and named.
 * @throws {WorkbookError} BAD_COMMAND when anything in it is not as the workbook writes it; nothing is changed then.
 */
export function importProgress(input: unknown, mode: ImportMode): { backup?: string } {
  const given = checkedProgress(input)
  const backup = backUp()
  changeProgress((old) => (mode === 'replace' ? given : merge(old, given)))
  return backup ? { backup: displayPath(backup) } : {}
}

// --- internal ---

function merge(here: Progress, given: Progress): Progress {
  const exercises = { ...here.exercises }
  for (const [id, entry] of Object.entries(given.exercises)) {
    exercises[id] = exercises[id] ? mergeEntries(exercises[id], entry) : entry
  }
  return { exercises }
}

/** The state is what the later check said; counts are the higher ones, since both may include the same checks. */
function mergeEntries(one: ExerciseProgress, other: ExerciseProgress): ExerciseProgress {
  const isLater = (one.lastCheckedAt ?? '') > (other.lastCheckedAt ?? '')
  const [earlier, later] = isLater ? [other, one] : [one, other]
  const steps = [...new Set([...(one.steps ?? []), ...(other.steps ?? [])])]
  return {
    ...earlier,
    ...later,
    attempts: Math.max(one.attempts, other.attempts),
    hintsShown: Math.max(one.hintsShown, other.hintsShown),
    secondsSpent: Math.max(one.secondsSpent ?? 0, other.secondsSpent ?? 0),
    revisits: Math.max(one.revisits ?? 0, other.revisits ?? 0),
    solutionAsked: one.solutionAsked || other.solutionAsked,
    firstPassedAt: inOrder(one.firstPassedAt, other.firstPassedAt)[0],
    lastPassedAt: inOrder(one.lastPassedAt, other.lastPassedAt).at(-1),
    lastSolvedAt: inOrder(one.lastSolvedAt, other.lastSolvedAt).at(-1),
    ...(steps.length > 0 && { steps }),
  }
}

function inOrder(...moments: (string | undefined)[]): string[] {
  return moments.filter((moment) => moment !== undefined).toSorted()
}

/** Never overwrites; undefined when nothing is remembered yet. */
function backUp(): string | undefined {
  if (!existsSync(progressFile)) return undefined
  const content = readFileSync(progressFile)
  for (let moment = Date.now(); ; moment++) {
    const stamp = new Date(moment).toISOString().replaceAll(/[:.]/g, '-')
    const file = path.join(stateFolder, 'backups', `progress.${stamp}.json`)
    if (createFile(file, content)) return file
  }
}
