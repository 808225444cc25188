import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { listExercises } from '../content/lessons.ts'
import { underNewIds } from '../content/renamed.ts'
import type { ExerciseProgress, Progress } from './types.ts'

/**
 * What came from outside, if it is progress as the workbook writes it, down to the last field.
 * @throws {WorkbookError} BAD_COMMAND, naming the first thing that is not.
 */
export function checkedProgress(input: unknown): Progress {
  const { exercises, ...others } = objectOf(input, 'progress')
  for (const name of Object.keys(others)) refuse(name)
  const known = new Set(listExercises().map(({ id }) => id))
  const current = underNewIds(objectOf(exercises, 'exercises'))
  for (const [id, entry] of Object.entries(current)) {
    if (!known.has(id)) refuse(id)
    const given = objectOf(entry, id)
    for (const name of required) if (!Object.hasOwn(given, name)) refuse(`${id}: ${name}`)
    for (const [name, value] of Object.entries(given)) {
      if (!Object.hasOwn(fields, name) || !fields[name]!(value)) refuse(`${id}: ${name}`)
    }
  }
  return { exercises: current } as unknown as Progress
}

// --- internal ---

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isText = (value: unknown) => typeof value === 'string' && value.length <= 200
const isMoment = (value: unknown) =>
  isText(value) && momentPattern.test(value as string) && !Number.isNaN(Date.parse(value as string))
const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const statuses: unknown[] = ['not-started', 'passed', 'failed', 'crashed', 'timed-out']

/** What each field must be. */
const fields: Record<string, (value: unknown) => boolean> = {
  status: (value) => statuses.includes(value),
  attempts: isCount,
  failures: isCount,
  firstPassedAt: isMoment,
  lastPassedAt: isMoment,
  lastSolvedAt: isMoment,
  lastCheckedAt: isMoment,
  revisits: isCount,
  secondsSpent: isCount,
  hintsShown: isCount,
  solutionAsked: (value) => typeof value === 'boolean',
  steps: (value) => Array.isArray(value) && value.length <= 100 && value.every(isText),
  stepsSince: isMoment,
} satisfies Record<keyof ExerciseProgress, (value: unknown) => boolean>
const required = ['status', 'attempts', 'hintsShown', 'solutionAsked']

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(name)
  return value as Record<string, unknown>
}

function refuse(place: string): never {
  throw new WorkbookError(
    say('import.refused', { reason: place.slice(0, 80) }),
    say('import.refused.next'),
    { code: 'BAD_COMMAND' },
  )
}
