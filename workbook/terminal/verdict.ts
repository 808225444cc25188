import { stripVTControlCharacters } from 'node:util'
import { currentLanguage, say } from '../language/language.ts'
import { lectureLink, lectureOnMistake, listSteps } from '../content/ideas.ts'
import { findExercise, pageLink, type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { exerciseText, mistakeText, type MistakeText } from '../content/pages.ts'
import {
  findingsOf,
  textOfTyped,
  type Failure,
  type Json,
  type Row,
  type Status,
  type TestVerdict,
  type Verdict,
} from '../verdict.ts'
import { renderEvidence } from './evidence.ts'
import { plain } from './markdown.ts'
import { paint } from './paint.ts'
import { renderTable } from './table.ts'
import { indent } from './text.ts'

const marks = { passed: '✓', failed: '✗', 'timed-out': '✗', 'not-run': '·' } as const
const colours = {
  passed: 'green',
  failed: 'red',
  crashed: 'red',
  'timed-out': 'red',
  blocked: 'yellow',
  'not-started': 'gray',
} as const satisfies Record<Status, string>

/** A verdict as lines for the terminal, in the reader's language. */
export function renderVerdict(verdict: Verdict): string {
  const exercise = findExercise(verdict.exercise)
  const text = exerciseText(exercise, currentLanguage())
  const status = paint(colours[verdict.status], say(`status.${verdict.status}`))
  const kind = text.mark === 'challenge' ? paint('gray', ` (${say('mark.challenge')})`) : ''
  const lines = [
    `${paint('bold', verdict.exercise)}  ${text.title}${kind}: ${status}${time(verdict)}`,
  ]
  if (verdict.newStub)
    lines.push(paint('yellow', indent(say('verdict.new-stub', { file: verdict.newStub }), 1)))
  if (verdict.status === 'not-started') {
    lines.push(
      paint('gray', `  ${say('verdict.not-started', { file: displayPath(exercise.file) })}`),
    )
    return lines.join('\n')
  }
  if (verdict.problem) lines.push(...renderFailure(verdict.problem, exercise))
  if (verdict.status !== 'passed') {
    verdict.tests.forEach((test, index) =>
      lines.push(...renderTest(test, text.checks[index], exercise)),
    )
    if (verdict.output)
      lines.push(
        indent(say('verdict.output'), 1),
        paint('gray', indent(verdict.output.trimEnd(), 2)),
      )
    lines.push(
      paint('gray', indent(say('verdict.again', { id: verdict.exercise, seed: verdict.seed }), 1)),
    )
  }
  return lines.join('\n')
}

/** The closing line of a check: how many passed, failed, were not begun. */
export function renderTotals(verdicts: readonly Verdict[]): string {
  const count = (...statuses: Status[]) =>
    verdicts.filter(({ status }) => statuses.includes(status)).length
  const parts = [
    paint('green', say('totals.passed', { n: count('passed') })),
    paint('red', say('totals.failed', { n: count('failed', 'crashed', 'timed-out') })),
    paint('gray', say('totals.not-started', { n: count('not-started') })),
  ]
  const blocked = count('blocked')
  if (blocked > 0) parts.push(paint('yellow', say('totals.blocked', { n: blocked })))
  return parts.join(', ')
}

/** A failure's message and its likely cause, in plain words. */
export function failureMessage(failure: Failure): string {
  return saidOf(failure).join(' ')
}

// --- internal ---

function saidOf(failure: Failure): string[] {
  return findingsOf(failure).map(({ key, params }) => stripVTControlCharacters(say(key, params)))
}

function time({ status, duration }: Verdict): string {
  return status === 'not-started' ? '' : paint('gray', `  ${say('verdict.time', { ms: duration })}`)
}

function renderTest(test: TestVerdict, sentence: string | undefined, exercise: Exercise): string[] {
  const mark = paint(
    test.status === 'passed' ? 'green' : test.status === 'not-run' ? 'gray' : 'red',
    marks[test.status],
  )
  const title = `  ${mark} ${plain(sentence ?? test.title)}`
  if (!test.failure) return [title]
  return [
    title,
    ...renderFailure(test.failure, exercise, 2),
    ...(test.evidence ? renderEvidence(test.evidence) : []),
  ]
}

function renderFailure(failure: Failure, exercise: Exercise, depth = 1): string[] {
  const text = failure.mistake && mistakeText(exercise, failure.mistake, currentLanguage())
  const place = failure.at
    ? ` (${displayPath(exercise.file)}:${failure.at.line}:${failure.at.column})`
    : ''
  const message = text
    ? `${paint('bold', text.title)}\n${plain(text.text)}`
    : saidOf(failure)
        .map((said, index) => (index === 0 ? said + place : said))
        .join('\n')
  const lines = [indent(message, depth)]
  if (text || Array.isArray(failure.expected)) lines.push(...renderDifference(failure, depth))
  if (text)
    lines.push(
      indent(say('verdict.read-on', { page: `docs${lectureOrExercise(text, exercise)}` }), depth),
    )
  return lines
}

/** Where to read on: the section that teaches what the mistake is about. */
function lectureOrExercise(text: MistakeText, exercise: Exercise): string {
  const language = currentLanguage()
  const lecture = lectureOnMistake(text, exercise.id, listSteps(language))
  return lecture ? lectureLink(lecture, language) : pageLink(exercise, language)
}

function renderDifference({ expected, seen }: Failure, depth: number): string[] {
  return [
    ...(expected === undefined
      ? []
      : [indent(`${say('verdict.expected')} ${renderValue(expected)}`, depth)]),
    ...(seen === undefined ? [] : [indent(`${say('verdict.seen')} ${renderValue(seen)}`, depth)]),
  ]
}

function renderValue(value: Json): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isRow))
    return `\n${renderTable(value.slice(0, 12))}`
  return typeof value === 'string' ? value : (textOfTyped(value) ?? JSON.stringify(value))
}

function isRow(value: Json): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
