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
    const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name))
    const wrong = wrongField(given) ?? unknown
    if (wrong !== undefined) refuse(`${id}: ${wrong}`)
  }
  return { exercises: current } as unknown as Progress
}

/** Can this be what is remembered of an exercise? An earlier version may have remembered less, a later one more. */
export function isEntry(value: unknown): value is Partial<ExerciseProgress> {
  return isObject(value) && wrongValue(value) === undefined
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

/** The first field that is missing or not what it must be. */
function wrongField(entry: Record<string, unknown>): string | undefined {
  return required.find((name) => !Object.hasOwn(entry, name)) ?? wrongValue(entry)
}

function wrongValue(entry: Record<string, unknown>): string | undefined {
  const known = Object.keys(entry).filter((name) => Object.hasOwn(fields, name))
  return known.find((name) => !fields[name]!(entry[name]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  return isObject(value) ? value : refuse(name)
}

function refuse(place: string): never {
  throw new WorkbookError(
    say('import.refused', { reason: place.slice(0, 80) }),
    say('import.refused.next'),
    { code: 'BAD_COMMAND' },
  )
}
