import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pageFile, type Exercise } from '../content/lessons.ts'
import { parsePage, type ExerciseText, type Page } from '../content/pages.ts'
import { makeStub } from '../content/stubs.ts'
import { isMessageKey, languages, type Language } from '../language/language.ts'
import { displayPath, testFolder } from '../paths.ts'
import { promisesTypes, typesTitle } from '../runner/types.ts'

/** Marks what has to be written in a new exercise's files; see templates.ts. */
export const toWrite = 'WRITE:'

/**
 * What an exercise still lacks, without running anything: one line each, with the file and what to write there. Empty when
 * all its files are there and agree with one another and with the pages.
 */
export function gapsOf(exercise: Exercise): string[] {
  const { solution, spec } = exercise
  const absent = [
    ...(existsSync(solution) ? [] : [gap(solution, 'the solution')]),
    ...(existsSync(spec) ? [] : [gap(spec, 'the spec')]),
  ]
  if (absent.length > 0) return absent
  return [
    ...stubGaps(exercise),
    ...answerGaps(exercise),
    ...languages.flatMap((language) => pageGaps(exercise, language)),
    ...coverageGaps(exercise),
    ...unwritten(exercise),
  ]
}

/** The files that belong to an exercise alone; the pages belong to its lesson. */
export function filesOf(exercise: Exercise): string[] {
  const { solution, file, spec, types, mistakes, alternatives } = exercise
  return [solution, file, spec, types, ...answersIn(mistakes), ...answersIn(alternatives)].filter(
    (one) => existsSync(one),
  )
}

// --- internal ---

const coverage = path.join(testFolder, 'coverage.md')

function gap(file: string, what: string): string {
  return `${displayPath(file)}: ${what}`
}

function stubGaps({ id, file, solution }: Exercise): string[] {
  const stub = makeStub(readFileSync(solution, 'utf8'))
  const todos = stub.match(/(\/\/|--) TODO:/g)?.length ?? 0
  if (todos !== 1) return [gap(solution, `one \`// #region TODO: what to do\`; there are ${todos}`)]
  const written = existsSync(file) && readFileSync(file, 'utf8') === stub
  return written ? [] : [gap(file, `the stub; \`npm run reset -- ${id}\` writes it`)]
}

function answerGaps(exercise: Exercise): string[] {
  const { mistakes, alternatives, spec, types, language } = exercise
  const enough = language === 'sql' ? 4 : 5
  const wrong = answersIn(mistakes)
  const right = answersIn(alternatives)
  return [
    ...(wrong.length >= enough
      ? []
      : [gap(mistakes, `${enough - wrong.length} more wrong answers, MISTAKE-ID.${language}`)]),
    ...(right.length >= 2
      ? []
      : [gap(alternatives, `${2 - right.length} more right answers, written another way`)]),
    ...(titlesOf(spec).length > 0 ? [] : [gap(spec, 'a test')]),
    ...(!promisesTypes(exercise) || wrong.some((name) => name.endsWith('.types.ts'))
      ? []
      : [gap(mistakes, `a wrong answer for ${path.basename(types)}, MISTAKE-ID.types.ts`)]),
  ]
}

function pageGaps(exercise: Exercise, language: Language): string[] {
  const file = pageFile(path.dirname(exercise.key), language)
  if (!existsSync(file)) return [gap(file, 'the page of the lesson')]
  const page = parsePage(readFileSync(file, 'utf8'))
  const text = page.exercises.find(({ name }) => name === exercise.name)
  if (!text) return [gap(file, `\`:::: exercise ${exercise.name} Title\``)]
  const lacks = (is: boolean, what: string) => (is ? [] : [gap(file, `${exercise.name}: ${what}`)])
  return [
    ...lacks(/\S/.test(text.task), 'the task'),
    ...lacks(/\S/.test(text.solution), 'what the solution does, `::: solution`'),
    ...lacks(
      text.needs.length + text.adds.length > 0,
      'its ideas, `{needs="…" adds="…"}` after the title',
    ),
    ...lacks(text.hints.length >= 2, `${2 - text.hints.length} more \`::: hint\``),
    ...checkGaps(exercise, text, language).map((what) => gap(file, what)),
    ...mistakeGaps(exercise, text, page).map((what) => gap(file, what)),
  ]
}

/** The English checks are the titles of the spec's tests; other languages have as many. */
function checkGaps(exercise: Exercise, { name, checks }: ExerciseText, language: Language) {
  const titles = [...titlesOf(exercise.spec), ...(promisesTypes(exercise) ? [typesTitle] : [])]
  const same =
    language === 'en' ? titles.join('\n') === checks.join('\n') : titles.length === checks.length
  return same ? [] : [`${name}: \`::: checks\` says in this order: ${titles.join(' | ')}`]
}

function mistakeGaps(exercise: Exercise, text: ExerciseText, page: Page): string[] {
  const { name } = exercise
  const explained = new Set([...text.mistakes, ...page.mistakes].map(({ id }) => id))
  const answered = new Set(
    answersIn(exercise.mistakes).map((file) => path.basename(file).split('.')[0]!),
  )
  const unexplained = namedBy(exercise, answered).filter((id) => !explained.has(id))
  return [
    ...unexplained.map((id) => `${name}: \`::: mistake ${id} Title\`, which the spec throws`),
    ...text.mistakes
      .filter(({ id }) => !answered.has(id))
      .map(
        ({ id }) =>
          `${name}: mistake ${id} has no answer ${displayPath(exercise.mistakes)}/${id}.${exercise.language}`,
      ),
    ...text.mistakes
      .filter((one) => !one.title || !one.text)
      .map(({ id }) => `${name}: title and text of mistake ${id}`),
  ]
}

/** The mistakes that a student can be told about: a drill takes them from its wrong answers. */
function namedBy({ spec, language }: Exercise, answered: ReadonlySet<string>): string[] {
  // What is found without the author's help is explained by its message.
  if (language === 'sql') return [...answered].filter((name) => !isMessageKey(`finding.${name}`))
  const thrown = readFileSync(spec, 'utf8').matchAll(/mistake\(\s*'([\w-]+)'/g)
  return [...new Set([...thrown].map((match) => match[1]!))]
}

function coverageGaps({ id }: Exercise): string[] {
  const named = readFileSync(coverage, 'utf8').includes(`\`${id}\``)
  return named ? [] : [gap(coverage, `\`${id}\` in the row of the item that it practises`)]
}

function unwritten(exercise: Exercise): string[] {
  const folder = path.dirname(exercise.key)
  const own = filesOf(exercise).filter((file) => file !== exercise.file)
  const pages = languages.map((language) => pageFile(folder, language))
  return [...own, ...pages].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .flatMap((line, index) => {
        const [, what] = line.replace(/ \*\/$/, '').split(`${toWrite} `)
        return what ? [`${displayPath(file)}:${index + 1}: ${what}`] : []
      }),
  )
}

function answersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /\.(ts|sql)$/.test(name))
  return names.toSorted().map((name) => path.join(folder, name))
}

/** The titles of a spec's tests, in order. */
function titlesOf(spec: string): string[] {
  const source = readFileSync(spec, 'utf8')
  const tests = source.matchAll(
    /^test\(\s*(['"`])(.+?)\1,$|^test\((['"`])(.+?)\3, |^test\('([^']+)'\)$/gm,
  )
  return [...tests].map((match) => (match[2] ?? match[4] ?? match[5])!.replaceAll("\\'", "'"))
}
