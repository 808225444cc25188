import type { Mark } from '../content/pages.ts'
import type { ExerciseProgress, Progress } from './types.ts'

// Rules about progress only, without files: the terminal and the page count by the same rules.

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
  /** The id of the exercise to do next, challenges last; null when all have passed. */
  next: string | null
  /** The ids of the exercises that are worth solving again, in the order of the lessons. */
  revisit: string[]
}

/** After this many failures in a row a student is offered help. */
export const stuckAfter = 3

/** Counts the progress of these exercises, in the order of the lessons. `now` is in milliseconds since 1970. */
export function summarise(
  all: readonly { id: string; mark?: Mark }[],
  { exercises }: Progress,
  now = Date.now(),
): ProgressSummary {
  const ids = all.map(({ id }) => id)
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
    next:
      firstOpen(
        all,
        ({ mark }) => mark,
        ({ id }) => isPassed(id),
      )?.id ?? null,
    revisit: ids.filter((id) => isPassed(id) && isDue(exercises[id]!, now)),
  }
}

/** The first that has not passed; challenges wait until there is nothing else. */
export function firstOpen<One>(
  all: readonly One[],
  markOf: (one: One) => Mark | undefined,
  isPassed: (one: One) => boolean,
): One | undefined {
  const open = all.filter((one) => !isPassed(one))
  return open.find((one) => markOf(one) !== 'challenge') ?? open[0]
}

/** Of the exercises that have passed, the one that took the most attempts and hints; undefined when none has. */
export function hardest(ids: readonly string[], { exercises }: Progress): string | undefined {
  return ids
    .filter((id) => exercises[id]?.status === 'passed')
    .toSorted((a, b) => effort(exercises[b]!) - effort(exercises[a]!))[0]
}

/** The lessons in which something was tried, the one that took the most attempts and hints an exercise first. */
export function hardestLessons<Lesson extends { exercises: readonly { id: string }[] }>(
  lessons: readonly Lesson[],
  progress: Progress,
): Lesson[] {
  const average = ({ exercises }: Lesson) => {
    const efforts = exercises
      .map(({ id }) => effort(progress.exercises[id]))
      .filter((one) => one > 0)
    return efforts.reduce((total, one) => total + one, 0) / efforts.length
  }
  return lessons.filter((lesson) => average(lesson) > 0).toSorted((a, b) => average(b) - average(a))
}

/** Takes `count` from these lists, one from each in turn, and from each the ones after the `from`th, round and round. */
export function takeTurns<One>(
  lists: readonly (readonly One[])[],
  { count, from }: { count: number; from: number },
): One[] {
  const turned = lists.map((list) => list.map((_, at) => list[(from + at) % list.length]!))
  const rounds = Math.max(0, ...turned.map((list) => list.length))
  return Array.from({ length: rounds }, (_, round) => round)
    .flatMap((round) => turned.flatMap((list) => list.slice(round, round + 1)))
    .slice(0, count)
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

// --- internal ---

/** What an exercise has asked of its student so far. */
function effort(exercise: ExerciseProgress | undefined): number {
  return exercise ? exercise.attempts + 2 * exercise.hintsShown : 0
}
