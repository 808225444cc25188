import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say, type Language } from '../language/language.ts'
import { pageFile, type Exercise } from './lessons.ts'
import { displayPath } from '../paths.ts'

/** What a lesson's page says, in one language. All that people read about an exercise stands there and nowhere else. */
export interface Page {
  title: string
  exercises: ExerciseText[]
  /** Mistakes that several exercises of the lesson share; an exercise's own come first. */
  mistakes: MistakeText[]
}

export interface ExerciseText {
  /** `create-tables` */
  name: string
  title: string
  /** Markdown. */
  task: string
  /** What is checked, one sentence a test, in the order of the spec. */
  checks: string[]
  /** Markdown, from gentle to plain. */
  hints: string[]
  mistakes: MistakeText[]
  /** What the solution does and why. Markdown; empty if nothing is said. */
  solution: string
}

export interface MistakeText {
  id: string
  title: string
  /** Markdown. */
  text: string
}

/**
 * Reads a page's exercises:
 *
 *     :::: exercise create-tables Create the tables
 *     The task.
 *     ::: checks | ::: hint | ::: mistake its-id Its title | ::: solution
 *     :::
 *     ::::
 */
export function parsePage(markdown: string): Page {
  const page: Page = { title: /^# (.+)$/m.exec(markdown)?.[1] ?? '', exercises: [], mistakes: [] }
  let exercise: ExerciseText | undefined
  let inner: { kind: string; info: string; lines: string[] } | undefined
  for (const line of markdown.split(/\r?\n/)) {
    const outerStart = /^:::: exercise (\S+) (.+)$/.exec(line)
    const innerStart = /^::: (checks|hint|mistake|solution)(?: (.+))?$/.exec(line)
    if (outerStart) page.exercises.push((exercise = emptyExercise(outerStart[1]!, outerStart[2]!)))
    else if (line === '::::') exercise = undefined
    else if (innerStart) inner = { kind: innerStart[1]!, info: innerStart[2] ?? '', lines: [] }
    else if (inner && line === ':::') {
      addBlock(page, exercise, inner)
      inner = undefined
    } else if (inner) inner.lines.push(line)
    else if (exercise) exercise.task += `${line}\n`
  }
  for (const one of page.exercises) one.task = one.task.trim()
  return page
}

/** The page of a lesson (`04-ddl`). @throws {WorkbookError} BROKEN_LESSON when there is none. */
export function readPage(folder: string, language: Language): Page {
  const file = pageFile(folder, language)
  if (!existsSync(file)) {
    throw new WorkbookError(
      say('page-missing', { file: displayPath(file) }),
      say('page-missing.next'),
      {
        code: 'BROKEN_LESSON',
      },
    )
  }
  return parsePage(readFileSync(file, 'utf8'))
}

/** What the page says of one exercise. @throws {WorkbookError} BROKEN_LESSON when it says nothing. */
export function exerciseText(exercise: Exercise, language: Language): ExerciseText {
  const folder = path.dirname(exercise.key)
  const text = readPage(folder, language).exercises.find((one) => one.name === exercise.name)
  if (text) return text
  throw new WorkbookError(
    say('exercise-not-on-page', { id: exercise.id, file: displayPath(pageFile(folder, language)) }),
    say('page-missing.next'),
    { code: 'BROKEN_LESSON' },
  )
}

/** What the page says of a mistake, looked for in the exercise first, then in the whole lesson. */
export function mistakeText(
  exercise: Exercise,
  id: string,
  language: Language,
): MistakeText | undefined {
  const page = readPage(path.dirname(exercise.key), language)
  const own = page.exercises.find((one) => one.name === exercise.name)?.mistakes ?? []
  return [...own, ...page.mistakes].find((mistake) => mistake.id === id)
}

// --- internal ---

function emptyExercise(name: string, title: string): ExerciseText {
  return { name, title, task: '', checks: [], hints: [], mistakes: [], solution: '' }
}

function addBlock(
  page: Page,
  exercise: ExerciseText | undefined,
  block: { kind: string; info: string; lines: string[] },
) {
  const text = block.lines.join('\n').trim()
  if (block.kind === 'mistake') {
    const [, id = '', title = ''] = /^(\S+) ?(.*)$/.exec(block.info) ?? []
    ;(exercise ?? page).mistakes.push({ id, title, text })
  } else if (!exercise) return
  else if (block.kind === 'hint') exercise.hints.push(text)
  else if (block.kind === 'solution') exercise.solution = text
  else
    exercise.checks = [...text.matchAll(/^[-*] (.+(?:\n {2,}.+)*)$/gm)].map((item) =>
      item[1]!.replaceAll(/\n\s+/g, ' '),
    )
}
