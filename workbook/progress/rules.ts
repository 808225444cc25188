import type { ExerciseProgress, Progress } from './types.ts'

// Rules on the progress alone, without files: the terminal and the page count by the same ones.

/** An exercise is offered again this many days after it was last solved: the first time, the second and so on. */
export const revisitDays = [3, 7, 21, 60]

/** Minutes. A longer pause between two checks is not counted as work. */
export const longestPause = 15

/** How far a student has come, in numbers. */
export interface ProgressSummary {
  /** Exercises. */
  total: number
  passed: number
  attempts: number
  hintsShown: number
  secondsSpent: number
  /** The id of the exercise to do next; null when all have passed. */
  next: string | null
  /** The ids of the exercises that are worth solving again, in the order of the lessons. */
  revisit: string[]
}

/** Counts the progress of the exercises of these ids. `now` is in milliseconds since 1970. */
export function summarise(
  ids: string[],
  { exercises }: Progress,
  now = Date.now(),
): ProgressSummary {
  const known = ids.flatMap((id) => exercises[id] ?? [])
  const isPassed = (id: string) => exercises[id]?.status === 'passed'
  const sum = (count: (one: ExerciseProgress) => number) =>
    known.reduce((total, one) => total + count(one), 0)
  return {
    total: ids.length,
    passed: ids.filter(isPassed).length,
    attempts: sum(({ attempts }) => attempts),
    hintsShown: sum(({ hintsShown }) => hintsShown),
    secondsSpent: sum(({ secondsSpent = 0 }) => secondsSpent),
    next: ids.find((id) => !isPassed(id)) ?? null,
    revisit: ids.filter((id) => isPassed(id) && isDue(exercises[id]!, now)),
  }
}

/** Was it solved so long ago that it is worth solving again? `now` is in milliseconds since 1970. */
export function isDue(exercise: ExerciseProgress, now: number): boolean {
  const { revisits = 0, lastPassedAt, lastSolvedAt = lastPassedAt } = exercise
  if (!lastSolvedAt) return false
  const days = revisitDays[Math.min(revisits, revisitDays.length - 1)]!
  return now - Date.parse(lastSolvedAt) >= days * 24 * 60 * 60 * 1000
}

/** The seconds of work that a check at `at` closes: those since the check before it, of whichever exercise. */
export function secondsSince({ exercises }: Progress, at: string): number {
  const checks = Object.values(exercises).flatMap(({ lastCheckedAt }) => lastCheckedAt ?? [])
  const seconds = (Date.parse(at) - Date.parse(checks.toSorted().at(-1) ?? at)) / 1000
  return seconds > 0 && seconds <= longestPause * 60 ? Math.round(seconds) : 0
}
