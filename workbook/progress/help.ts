import type { Exercise } from '../content/lessons.ts'
import { noteProgress, progressOf } from './progress.ts'

/**
 * Takes one more hint, or all of them, and remembers it. Returns how many were shown before and how many are now.
 * @param total how many the page has; it may have fewer than when they were counted
 */
export function takeHints(
  exercise: Exercise,
  total: number,
  { all = false } = {},
): { before: number; after: number } {
  const before = Math.min(progressOf(exercise).hintsShown, total)
  const after = all ? total : Math.min(before + 1, total)
  if (after > before) noteProgress(exercise, { hintsShown: after })
  return { before, after }
}

/** May the solution be shown? Yes after a pass, or when it has been asked for before. */
export function isSolutionDue(exercise: Exercise): boolean {
  const { status, solutionAsked } = progressOf(exercise)
  return status === 'passed' || solutionAsked
}

/** Asks for the solution: may it be shown? Asking too early is remembered, and the next time it is due. */
export function askForSolution(exercise: Exercise): boolean {
  const due = isSolutionDue(exercise)
  if (!due) noteProgress(exercise, { solutionAsked: true })
  return due
}
