import { isDeepStrictEqual } from 'node:util'
import { say, type MessageKey, type MessageParams } from '../../workbook/language/language.ts'
import { mistakeText } from '../../workbook/content/pages.ts'
import type { Exercise } from '../../workbook/content/lessons.ts'
import { judgeImported } from '../../workbook/runner/seal.ts'
import { findingsOf, type Failure, type Finding, type Json } from '../../workbook/verdict.ts'
import {
  causeOfError,
  without,
  causeOfNoRows,
  causeOfRow,
  causeOfRows,
  causeOfValue,
} from './likely-cause.ts'

/** What a spec throws when an answer is wrong: the failure as data, its message in the reader's language. */
export class FindingError extends Error {
  override readonly name = 'WrongAnswer'
  readonly failure: Failure

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(
      findingsOf(failure)
        .map(({ key, params }) => say(key, params))
        .join(' '),
      options,
    )
    this.failure = failure
  }
}

/**
 * A known mistake, to be thrown: `throw mistake('no-cascade', { expected: 'CASCADE', seen: rule })`.
 * Its meaning is on the lesson's page as `::: mistake no-cascade …`.
 */
export function mistake(
  id: string,
  details: { expected?: unknown; seen?: unknown } = {},
): FindingError {
  return new FindingError({
    finding: { key: 'finding.mistake', params: { id } },
    mistake: id,
    ...asJson(details),
  })
}

/** Something that is wrong but not a known mistake, as a message from the catalogue, to be thrown. */
export function found(
  key: MessageKey,
  params: MessageParams = {},
  details: { expected?: unknown; seen?: unknown } = {},
  cause?: Finding,
): FindingError {
  return new FindingError({ finding: { key, params }, ...asJson(details), ...(cause && { cause }) })
}

/**
 * Fails unless `seen` is deeply equal to `expected`.
 * @param what what was examined, in code: `createDatabase()`, `messages.sender`
 */
export function expectValue(seen: unknown, expected: unknown, what: string): void {
  const [wanted, came] = [toJson(expected), toJson(seen)]
  if (!isDeepStrictEqual(came, wanted)) {
    throw found(
      'finding.value',
      { what, expected: inBrief(expected), seen: inBrief(seen) },
      { expected, seen },
      causeOfValue(expected, seen, what) ?? causeOfRow(wanted, came),
    )
  }
}

/**
 * Fails unless two row sets are the same: columns, values, types, and (unless `ordered: false`) order.
 * @param what what was examined, in code: `history()`, `messages`
 */
export function expectRows(
  seen: unknown,
  expected: readonly object[],
  what: string,
  { ordered = true }: { ordered?: boolean } = {},
): void {
  const details = { expected, seen }
  if (!Array.isArray(seen))
    throw found(
      'finding.not-rows',
      { what, seen: inBrief(seen) },
      details,
      causeOfNoRows(seen, expected),
    )
  const rows = seen.map((row) => toJson(row))
  const wanted = expected.map((row) => toJson(row))
  // As they nearly always are; what is missing takes the square of the time.
  if (isDeepStrictEqual(rows, wanted)) return
  const missing = without(wanted, rows)
  const extra = without(rows, wanted)
  if (missing.length > 0 || extra.length > 0) {
    throw found(
      'finding.rows',
      { what, expected: wanted.length, missing: missing.length, extra: extra.length },
      details,
      // `messages` is a table; `history()`, and a drill's `SQL`, return something.
      causeOfRows(wanted, rows, { missing, extra, isTable: /^[a-z_]+$/.test(what) }),
    )
  }
  if (ordered) throw found('finding.order', { what }, details)
}

/** Whatever was thrown in a test, as a finding: our own as they are; MySQL's and JavaScript's errors distinguished. */
export function wentWrong(error: unknown, exercise: Exercise): FindingError {
  if (error instanceof FindingError) return withMistakeText(error, exercise)
  const failure = failureOf(error)
  const position = error instanceof Error ? positionIn(error.stack, exercise) : undefined
  const result = new FindingError(position ? { ...failure, at: position } : failure, {
    cause: error,
  })
  if (error instanceof Error && error.stack) result.stack = error.stack
  return result
}

/** Where a stack is in the student's file for this exercise; undefined if it is not in it. */
export function positionIn(stack: string | undefined, exercise: Exercise): Failure['at'] {
  for (const line of stack?.split('\n') ?? []) {
    const match = /^(.*):(\d+):(\d+)\)?$/.exec(line.replaceAll('\\', '/'))
    if (match?.[1]!.endsWith(`/${exercise.key}.${exercise.language}`))
      return { line: Number(match[2]), column: Number(match[3]) }
  }
  return undefined
}

// --- internal ---

function withMistakeText(error: FindingError, exercise: Exercise): FindingError {
  const id = error.failure.mistake
  const text = id && mistakeText(exercise, id, say('language') === 'ru' ? 'ru' : 'en')
  if (text) {
    const { expected, seen } = error.failure
    const facts = [
      expected === undefined ? '' : say('finding.expected', { value: inBrief(expected) }),
      seen === undefined ? '' : say('finding.seen', { value: inBrief(seen) }),
    ]
    error.message = [`${text.title} [${id}]`, text.text, ...facts].filter(Boolean).join('\n')
  }
  return error
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error))
    return { finding: { key: 'finding.threw-non-error', params: { seen: inBrief(error) } } }
  const { message, name } = error
  if (message === 'TODO') return { finding: { key: 'finding.not-started', params: {} } }
  const notExported = /^\(0 , (?:\w+\.)?(\w+)\) is not a function$/.exec(message)
  if (notExported)
    return { finding: { key: 'finding.missing-export', params: { name: notExported[1]! } } }
  if (/process\.exit unexpectedly called/.test(message))
    return { finding: { key: 'finding.process-exit', params: {} } }
  const { code, errno, sqlState, expected, actual, imported, key } = error as Error &
    Record<string, unknown>
  if (name === judgeImported)
    return { finding: { key: key as MessageKey, params: { name: String(imported) } } }
  if (typeof code === 'string' && typeof sqlState === 'string') {
    const params = { code, errno: String(errno ?? ''), sqlState, message }
    return { finding: { key: 'finding.mysql-error', params } }
  }
  const cause = causeOfError(error)
  return {
    finding: { key: 'finding.threw', params: { name, message } },
    ...(cause && { cause }),
    ...asJson({ expected, seen: actual }),
  }
}

function asJson(details: { expected?: unknown; seen?: unknown }): { expected?: Json; seen?: Json } {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, toJson(value)]],
    ),
  )
}

/** `undefined` and `NaN` must not look like null, nor a Date like a string: students mix these up. */
function toJson(value: unknown, within: readonly object[] = []): Json {
  if (value === undefined) return 'undefined'
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Date)
    return { Date: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() }
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (Buffer.isBuffer(value)) return { Buffer: value.toString('hex') }
  if (typeof value === 'object') {
    // An object may hold itself.
    if (within.includes(value)) return '…'
    const inside = [...within, value]
    const inner = (part: unknown) => toJson(part, inside)
    if (Array.isArray(value)) return value.map(inner)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)]))
  }
  return String(value)
}

function inBrief(value: unknown): string {
  const text = JSON.stringify(toJson(value))
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
