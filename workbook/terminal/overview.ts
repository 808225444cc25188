import { say } from '../language/language.ts'
import { findExercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import type { Mark } from '../content/pages.ts'
import type { ProgressSummary } from '../progress/rules.ts'
import type { ExerciseProgress } from '../progress/types.ts'
import type { Status } from '../verdict.ts'
import { renderMarkdown } from './markdown.ts'
import { paint } from './paint.ts'
import { padEnd, shorten, terminalWidth } from './wrap.ts'

/** How far a student has come. Plain data: `npm run progress -- --json` prints it. */
export interface Overview extends ProgressSummary {
  lessons: LessonOverview[]
}

export interface LessonOverview {
  id: string
  number: number
  title: string
  exercises: ExerciseOverview[]
}

export interface ExerciseOverview extends ExerciseProgress {
  id: string
  title: string
  /** How many there are. */
  hints: number
  mark: Mark
  /** About how long it takes. */
  minutes: number | undefined
}

/** The overview as lines for the terminal. */
export function renderOverview(overview: Overview, width = terminalWidth()): string {
  const { lessons, total, passed, hintsShown, secondsSpent, next, revisit } = overview
  const lines = lessons.flatMap((lesson) => [...renderLesson(lesson, width), ''])
  lines.push(say('progress.total', { passed, total }))
  if (secondsSpent > 0) lines.push(say('progress.time', { minutes: Math.ceil(secondsSpent / 60) }))
  if (hintsShown > 0) lines.push(say('progress.hints', { n: hintsShown }))
  if (revisit.length > 0)
    lines.push(renderMarkdown(say('progress.revisit', { ids: revisit.join(', ') }), { width }))
  lines.push(renderMarkdown(next ? nextStep(next) : say('all-passed'), { width }))
  return lines.join('\n')
}

/** The mark of a status: its shape alone distinguishes it, so that it works without colour too. */
export function markOf(status: Status): string {
  return marks[status].mark
}

// --- internal ---

const marks = {
  passed: { mark: '✓', colour: 'green' },
  failed: { mark: '✗', colour: 'red' },
  crashed: { mark: '✗', colour: 'red' },
  'timed-out': { mark: '✗', colour: 'red' },
  blocked: { mark: '?', colour: 'yellow' },
  'not-started': { mark: '·', colour: 'gray' },
} as const satisfies Record<Status, { mark: string; colour: string }>

function renderLesson({ number, title, exercises }: LessonOverview, width: number): string[] {
  const passed = exercises.filter(({ status }) => status === 'passed').length
  const count = say('progress.count', { passed, total: exercises.length })
  const room = width - count.length - 2
  const heading = padEnd(shorten(`${String(number).padStart(2, '0')} ${title}`, room), room)
  return [
    `${paint('bold', heading)}  ${count}`,
    ...exercises.map((one) => renderExercise(one, width)),
  ]
}

function renderExercise(
  { id, title, status, hintsShown, mark: kind, minutes }: ExerciseOverview,
  width: number,
): string {
  const hints = hintsShown > 0 ? say('progress.hints-taken', { n: hintsShown }) : ''
  const time = minutes ? say('mark.minutes', { n: minutes }) : ''
  const notes = [kind === 'challenge' && say('mark.challenge'), time, hints]
    .filter(Boolean)
    .join(', ')
  const room = width - 4 - (notes ? notes.length + 2 : 0)
  const line = shorten(`${id}  ${title}`, room)
  const mark = paint(marks[status].colour, markOf(status))
  if (!notes) return `  ${mark} ${line}`
  return `  ${mark} ${padEnd(line, room)}  ${paint('gray', notes)}`
}

function nextStep(id: string): string {
  const file = displayPath(findExercise(id).file)
  return say('progress.next', { id, file })
}
