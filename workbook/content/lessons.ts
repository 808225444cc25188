import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say, type Language } from '../language/language.ts'
import { renamed } from './renamed.ts'
import { docsFolder, lessonsFolder, root, solutionsFolder, testFolder } from '../paths.ts'

export interface Lesson {
  /** `ddl` */
  id: string
  /** 4 */
  number: number
  /** `04-ddl`: the folder's name, and the page's. */
  folder: string
  exercises: Exercise[]
}

export interface Exercise {
  /** `ddl/create-tables` */
  id: string
  lesson: string
  /** `create-tables` */
  name: string
  number: number
  /** What the answer is written in, and its file's extension: a drill is SQL, everything else is a function. */
  language: 'ts' | 'sql'
  /** `04-ddl/2-create-tables`: the same under lessons/, solutions/ and test/. */
  key: string
  /** What the student edits. */
  file: string
  /** The stub of a newer version, beside an answer that could not be merged with it; seldom there. */
  newStub: string
  solution: string
  spec: string
  /** What the compiler must accept and refuse of the exercise's types; there only where a signature promises some. */
  types: string
  /** Folder of known wrong answers; a file's name begins with the mistake that it must be told about. */
  mistakes: string
  /** Folder of right answers written another way. */
  alternatives: string
}

/** All lessons in order, read from the folders of solutions/: the file system is the list. */
export function listLessons(): Lesson[] {
  lessonsCache ??= lessonsIn(root).map((lesson) => ({
    ...lesson,
    exercises: asOnPage(lesson.folder, lesson.exercises),
  }))
  return lessonsCache
}

/** The lessons of a workbook in another folder: a newer version. */
export function lessonsIn(base: string): Lesson[] {
  const solutions = path.join(base, path.basename(solutionsFolder))
  return numberedNames(solutions, true).map(({ name, number, id }) => ({
    id,
    number,
    folder: name,
    exercises: numberedNames(path.join(solutions, name), false).map((entry) =>
      exerciseAt(base, name, id, entry),
    ),
  }))
}

/** All exercises in order: that of the pages, where drills and functions take turns. */
export function listExercises(): Exercise[] {
  return listLessons().flatMap((lesson) => lesson.exercises)
}

/**
 * Finds exercises by what people type: `ddl/create-tables`, `create-tables`, `4/2`, a lesson (`ddl`, `04-ddl`, `4`),
 * or a path to any of an exercise's files.
 * @throws {WorkbookError} UNKNOWN_EXERCISE, naming the closest ids.
 */
export function findExercises(query: string): Exercise[] {
  const wanted = normalise(query)
  const found = listExercises().filter((exercise) => namesOf(exercise).includes(wanted))
  if (found.length > 0) return found
  const lesson = listLessons().find((one) =>
    [one.id, one.folder, String(one.number)].includes(wanted),
  )
  if (lesson) return lesson.exercises
  throw new WorkbookError(
    say('unknown-exercise', { query }),
    say('unknown-exercise.next', { ids: closest(wanted).join(', ') }),
    { code: 'UNKNOWN_EXERCISE' },
  )
}

/** One exercise by what people type. @throws {WorkbookError} UNKNOWN_EXERCISE, even when a whole lesson is named. */
export function findExercise(query: string): Exercise {
  const [exercise, another] = findExercises(query)
  if (exercise && !another) return exercise
  throw new WorkbookError(
    say('which-exercise', { query }),
    say('unknown-exercise.next', {
      ids: findExercises(query)
        .map((one) => one.id)
        .join(', '),
    }),
    { code: 'UNKNOWN_EXERCISE' },
  )
}

/** The exercise that a file belongs to: its stub, solution, spec or one of its answers. */
export function exerciseOfFile(file: string): Exercise | undefined {
  const key = keyOfFile(file)
  return listExercises().find((exercise) => exercise.key === key)
}

/** The exercise at this place of a lesson, whether its files are there or not. */
export function exerciseIn(
  { folder, id }: Lesson,
  { number, name, language }: Pick<Exercise, 'number' | 'name' | 'language'>,
): Exercise {
  return exerciseAt(root, folder, id, { name: `${number}-${name}`, number, id: name, language })
}

/** The names of all pages: the lessons in order, then everything else in docs/, in whichever language. */
export function listPages(): string[] {
  const lessons = listLessons().map(({ folder }) => folder)
  const written = [docsFolder, path.dirname(pageFile('any', 'ru'))].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => /^(.+)\.md$/.exec(name)?.[1] ?? []),
  )
  return [...new Set([...lessons, ...written.toSorted()])]
}

/** A lesson's page, or any page of docs/ by name. */
export function pageFile(folder: string, language: Language): string {
  return path.join(docsFolder, ...(language === 'en' ? [] : [language]), `${folder}.md`)
}

/** The address of an exercise on the site, without the host. */
export function pageLink(exercise: Exercise, language: Language): string {
  const folder = path.dirname(exercise.key)
  return `${language === 'en' ? '' : `/${language}`}/${folder}#${exercise.name}`
}

// --- internal ---

let lessonsCache: Lesson[] | undefined
const numbered = /^((\d+)-([a-z0-9-]+))(?:\.(ts|sql))?$/

/** An exercise that is not on the page yet comes last. */
function asOnPage(folder: string, exercises: Exercise[]): Exercise[] {
  const file = pageFile(folder, 'en')
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const names = [...page.matchAll(/^:::: exercise (\S+)/gm)].map(([, name]) => name)
  const place = ({ name }: Exercise) => (names.includes(name) ? names.indexOf(name) : names.length)
  return exercises.toSorted((a, b) => place(a) - place(b))
}

function exerciseAt(
  base: string,
  folder: string,
  lesson: string,
  { name: file, number, id: name, language }: Entry,
): Exercise {
  const inFolder = (top: string, name: string) => path.join(base, path.basename(top), folder, name)
  const test = inFolder(testFolder, file)
  return {
    id: `${lesson}/${name}`,
    lesson,
    name,
    number,
    language,
    key: `${folder}/${file}`,
    file: inFolder(lessonsFolder, `${file}.${language}`),
    newStub: inFolder(lessonsFolder, `${file}.new.${language}`),
    solution: inFolder(solutionsFolder, `${file}.${language}`),
    spec: `${test}.spec.ts`,
    types: `${test}.types.ts`,
    mistakes: `${test}.mistakes`,
    alternatives: `${test}.alternatives`,
  }
}

interface Entry {
  /** Without the extension. */
  name: string
  number: number
  id: string
  language: Exercise['language']
}

function numberedNames(folder: string, folders: boolean): Entry[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === folders)
    .flatMap((entry) => {
      const [, name = '', number, id = '', extension] = numbered.exec(entry.name) ?? []
      if (!id || Boolean(extension) === folders) return []
      const language: Entry['language'] = extension === 'sql' ? 'sql' : 'ts'
      return [{ name, number: Number(number), id, language }]
    })
    .toSorted((a, b) => a.number - b.number)
}

function namesOf(exercise: Exercise): string[] {
  const lessonNumber = Number.parseInt(exercise.key, 10)
  return [exercise.id, exercise.name, exercise.key, `${lessonNumber}/${exercise.number}`]
}

function normalise(query: string): string {
  const name = keyOfFile(path.resolve(root, query)) ?? query.trim().toLowerCase()
  return Object.hasOwn(renamed, name) ? renamed[name]! : name
}

function keyOfFile(file: string): string | undefined {
  const parts = path.relative(root, path.resolve(file)).split(path.sep)
  if (parts.length < 3 || !['lessons', 'solutions', 'test'].includes(parts[0]!)) return undefined
  return `${parts[1]}/${parts[2]!.replace(/\.(spec\.ts|types\.ts|ts|sql|mistakes|alternatives)$/, '')}`
}

function closest(wanted: string): string[] {
  // Two letters occur in many names.
  const words = wanted.split(/[^a-z0-9]+/).filter((word) => word.length > 2)
  const score = (id: string) => words.filter((word) => id.includes(word.slice(0, 4))).length
  const ids = listExercises().map((exercise) => exercise.id)
  const near = ids.filter((id) => score(id) > 0).toSorted((a, b) => score(b) - score(a))
  return (near.length > 0 ? near : ids).slice(0, 5)
}
