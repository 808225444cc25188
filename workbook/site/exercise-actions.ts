import { readAnswer, resetExercise, undoReset, type FileChange } from '../progress/backup.ts'
import { WorkbookError } from '../errors.ts'
import { askForSolution, isSolutionDue, takeHints } from '../progress/help.ts'
import { say } from '../language/language.ts'
import { type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { openInEditor, type Place } from '../system/open-editor.ts'
import { exerciseText } from '../content/pages.ts'
import { progressOf } from '../progress/progress.ts'
import { solutionOf } from '../content/stubs.ts'
import type { Watcher } from '../runner/watcher.ts'
import { exerciseOfPage, type ActionHandlers } from './actions.ts'
import type { Stretch } from './difference.ts'

/** What the buttons of an exercise's panel do. */
export function exerciseActions({ check }: Pick<Watcher, 'check'>) {
  return {
    'exercise/check': ({ exercise }) => check(exerciseOfPage(exercise)),
    'exercise/open': ({ exercise, at }) =>
      openInEditor(exerciseOfPage(exercise).file, placeOfPage(at)),
    'exercise/hint': ({ exercise }) => takeHint(exerciseOfPage(exercise)),
    'exercise/solution': ({ exercise }) => ({ due: askForSolution(exerciseOfPage(exercise)) }),
    'exercise/compare': ({ exercise }) => compare(exerciseOfPage(exercise)),
    'exercise/reset': ({ exercise }) => {
      const found = exerciseOfPage(exercise)
      const change = resetExercise(found)
      // A file that was left alone tells the watcher nothing, but a tour may start over.
      if (change.outcome === 'untouched') check(found)
      return shown(change)
    },
    'exercise/undo-reset': ({ exercise }) => undo(exerciseOfPage(exercise)),
  } satisfies Partial<ActionHandlers>
}

// --- internal ---

function placeOfPage(at: unknown): Place | undefined {
  const { line, column } = { ...(at as Partial<Place>) }
  return isCount(line) && isCount(column) ? { line, column } : undefined
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function takeHint(exercise: Exercise) {
  takeHints(exercise, exerciseText(exercise, 'en').hints.length)
  return progressOf(exercise)
}

async function compare(exercise: Exercise): Promise<Stretch[]> {
  if (!isSolutionDue(exercise)) {
    throw new WorkbookError(say('solution.not-due'), say('solution.not-due.next'), {
      code: 'NOT_DUE',
    })
  }
  const { compareTexts } = await import('./difference.ts')
  return compareTexts(readAnswer(exercise)?.toString('utf8') ?? '', solutionOf(exercise))
}

function undo(exercise: Exercise): FileChange {
  const change = undoReset(exercise)
  if (change) return shown(change)
  throw new WorkbookError(
    say('reset.no-backup', { ids: exercise.id }),
    say('reset.no-backup.next'),
    {
      code: 'BAD_COMMAND',
    },
  )
}

function shown({ outcome, backup }: FileChange): FileChange {
  return { outcome, ...(backup && { backup: displayPath(backup) }) }
}
