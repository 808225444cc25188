import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say, type Language } from '../language/language.ts'
import { pageFile, type Exercise } from './lessons.ts'
import { displayPath } from '../paths.ts'

/** What a lesson's page says, in one language. Everything that people read about an exercise is there and nowhere else. */
export interface Page {
  title: string
  /** Its headings that have an id, in order. */
  sections: Section[]
  exercises: ExerciseText[]
  /** Mistakes that several exercises of the lesson share; an exercise's own come first. */
  mistakes: MistakeText[]
}

export interface Section {
  /** `foreign-keys` */
  id: string
  /** Markdown. */
  title: string
  /** The ideas that it teaches: `create-table`. */
  teaches: string[]
  /** From 1. */
  line: number
}

/** What an exercise is for: a first step, a step further, or an extra for those who want more. */
export const marks = ['warm-up', 'exercise', 'challenge'] as const
export type Mark = (typeof marks)[number]

export interface ExerciseText {
  /** `create-tables` */
  name: string
  title: string
  /** `exercise`, unless it says otherwise. */
  mark: Mark
  /** About how long it takes; undefined when the page does not say. */
  minutes: number | undefined
  /** The ideas that must have been taught before. */
  needs: string[]
  /** The ideas that are practised here for the first time. */
  adds: string[]
  /** From 1. */
  line: number
  /** Markdown. */
  task: string
  /** What is checked, one sentence per test, in the order of the spec. */
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
  /** The idea that it is about, when that is not the first one of the exercise. */
  idea?: string
}

/**
 * Reads a page's sections and exercises:
 *
 *     ## Two tables, one key {#foreign-keys teaches="foreign-key"}
 *     :::: exercise create-tables Create the tables {mark=exercise minutes=25 needs="keys" adds="foreign-key"}
 *     The task.
 *     ::: checks | ::: hint | ::: mistake its-id Its title | ::: solution
 *     :::
 *     ::::
 */
export function parsePage(markdown: string): Page {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? ''
  const page: Page = { title, sections: [], exercises: [], mistakes: [] }
  let exercise: ExerciseText | undefined
  let inner: { kind: string; info: string; lines: string[] } | undefined
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const heading = /^#{2,} (.+) \{#([\w-]+)(.*)\}$/.exec(line)
    const outerStart = /^:::: exercise (\S+) (.+)$/.exec(line)
    const innerStart = /^::: (checks|hint|mistake|solution)(?: (.+))?$/.exec(line)
    if (heading)
      page.sections.push({
        id: heading[2]!,
        title: heading[1]!,
        teaches: words(splitAttributes(`{${heading[3]}}`).attributes.teaches),
        line: index + 1,
      })
    if (outerStart) {
      exercise = { ...emptyExercise(outerStart[1]!, outerStart[2]!), line: index + 1 }
      page.exercises.push(exercise)
    } else if (line === '::::') exercise = undefined
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

/** A page on which each solution says only this, in place of its text. */
export function withoutSolutions(markdown: string, instead: string): string {
  return markdown.replaceAll(/^::: solution\n[\s\S]*?^:::$/gm, `::: solution\n${instead}\n:::`)
}

/** Takes `{mark=warm-up needs="select where"}` off the end of a container's first line. */
export function splitAttributes(info: string): {
  text: string
  attributes: Partial<Record<string, string>>
} {
  const [, text = info, braces = ''] = /^(.*?) ?\{([^{}]*)\}$/.exec(info) ?? []
  const pairs = [...braces.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)]
  return {
    text,
    attributes: Object.fromEntries(pairs.map(([, name, quoted, bare]) => [name, quoted ?? bare])),
  }
}

/** The page of a lesson (`04-ddl`), not to be changed. @throws {WorkbookError} BROKEN_LESSON when there is none. */
export function readPage(folder: string, language: Language): Page {
  const file = pageFile(folder, language)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) {
    throw new WorkbookError(
      say('page-missing', { file: displayPath(file) }),
      say('page-missing.next'),
      {
        code: 'BROKEN_LESSON',
      },
    )
  }
  const stamp = `${stats.mtimeMs} ${stats.size}`
  const read = pagesRead.get(file)
  if (read?.stamp === stamp) return read.page
  const page = parsePage(readFileSync(file, 'utf8'))
  pagesRead.set(file, { stamp, page })
  return page
}

/** What the page says about one exercise. @throws {WorkbookError} BROKEN_LESSON when it says nothing. */
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

/** Minutes of its warm-ups and exercises, and of its challenges. */
export function lessonMinutes({ exercises }: Pick<Page, 'exercises'>) {
  const sum = (wanted: boolean) =>
    exercises
      .filter(({ mark }) => (mark === 'challenge') === wanted)
      .reduce((total, { minutes = 0 }) => total + minutes, 0)
  return { exercises: sum(false), challenges: sum(true) }
}

/** What an exercise is and about how long it takes: `challenge, 20 min`. */
export function aboutExercise(
  { mark, minutes }: Pick<ExerciseText, 'mark' | 'minutes'>,
  language: Language,
): string {
  const time = minutes ? [say('mark.minutes', { n: minutes }, language)] : []
  return [say(`mark.${mark}`, {}, language), ...time].join(', ')
}

/** What the page says about a mistake: looks in the exercise first, then in the whole lesson. */
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

/** A page is requested once for each of its exercises. */
const pagesRead = new Map<string, { stamp: string; page: Page }>()

function emptyExercise(name: string, info: string): Omit<ExerciseText, 'line'> {
  const { text: title, attributes } = splitAttributes(info)
  const { minutes, needs, adds } = attributes
  return {
    name,
    title,
    mark: marks.find((mark) => mark === attributes.mark) ?? 'exercise',
    minutes: minutes ? Number(minutes) : undefined,
    needs: words(needs),
    adds: words(adds),
    task: '',
    checks: [],
    hints: [],
    mistakes: [],
    solution: '',
  }
}

function words(list = ''): string[] {
  return list.split(' ').filter(Boolean)
}

function addBlock(
  page: Page,
  exercise: ExerciseText | undefined,
  block: { kind: string; info: string; lines: string[] },
) {
  const text = block.lines.join('\n').trim()
  if (block.kind === 'mistake') {
    const [, id = '', info = ''] = /^(\S+) ?(.*)$/.exec(block.info) ?? []
    const { text: title, attributes } = splitAttributes(info)
    const { idea } = attributes
    ;(exercise ?? page).mistakes.push({ id, title, text, ...(idea && { idea }) })
  } else if (!exercise) return
  else if (block.kind === 'hint') exercise.hints.push(text)
  else if (block.kind === 'solution') exercise.solution = text
  else
    exercise.checks = [...text.matchAll(/^[-*] (.+(?:\n {2,}.+)*)$/gm)].map((item) =>
      item[1]!.replaceAll(/\n\s+/g, ' '),
    )
}
