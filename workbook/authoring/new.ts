import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { exerciseIn, listLessons, pageFile, type Exercise } from '../content/lessons.ts'
import { makeStub } from '../content/stubs.ts'
import { languages, type Language } from '../language/language.ts'
import { displayPath } from '../paths.ts'
import { drillFilesFor } from './drill-templates.ts'
import { filesFor, pagePartFor } from './templates.ts'

// `npm run new -- exercise dml/upsert "Insert or update"`, or `-- drill`: the files of a new function or a new drill, the
// last of its lesson.

const languageOf: Record<string, Exercise['language']> = { exercise: 'ts', drill: 'sql' }
const [kind, id = '', title = ''] = process.argv.slice(2)
const [, lessonId, name] = /^([a-z0-9-]+)\/([a-z][a-z0-9-]*)$/.exec(id) ?? []
const lesson = listLessons().find((one) => one.id === lessonId)
const problem = whatIsWrong()
if (problem) {
  console.error(problem)
  process.exitCode = 2
} else {
  write(exerciseIn(lesson!, { number: nextNumber(), name: name!, language: languageOf[kind!]! }))
}

// --- internal ---

/** Drills have the numbers from 20 on. */
function nextNumber(): number {
  const alike = lesson!.exercises.filter(({ language }) => language === languageOf[kind!])
  return Math.max(kind === 'drill' ? 19 : 0, ...alike.map(({ number }) => number)) + 1
}

function whatIsWrong(): string | undefined {
  const lessons = listLessons().map((one) => one.id)
  if (!languageOf[kind!] || !name || !title)
    return 'npm run new -- exercise LESSON/NAME "The title", or: npm run new -- drill LESSON/NAME "The title"'
  if (!lesson) return `There is no lesson "${lessonId}": ${lessons.join(', ')}.`
  const taken = lesson.exercises.find((one) => one.name === name)
  return taken && `${id} is there already: ${displayPath(taken.solution)}. Nothing was written.`
}

/** All or nothing: what is there already is nobody's to write over. */
function write(exercise: Exercise): void {
  const files = (exercise.language === 'sql' ? drillFilesFor : filesFor)(exercise)
  files[exercise.file] = makeStub(files[exercise.solution]!)
  const there = Object.keys(files).filter((file) => existsSync(file))
  if (there.length > 0) {
    console.error(`Nothing was written; these stand there: ${there.map(displayPath).join(', ')}`)
    process.exitCode = 2
    return
  }
  const pages = languages.map(
    (language) => [pageFile(path.dirname(exercise.key), language), language] as const,
  )
  for (const [file, language] of pages) files[file] = withPart(file, exercise, language)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    console.log(displayPath(file))
  }
  console.log(`\nnpm run verify -- ${exercise.id} says what is to be written.`)
}

/** The page with the new exercise after the last one, or at its end. */
function withPart(file: string, exercise: Exercise, language: Language): string {
  const page = readFileSync(file, 'utf8')
  const end = page.lastIndexOf('\n::::\n')
  const at = end === -1 ? page.length : end + '\n::::\n'.length
  const rest = page.slice(at)
  return `${page.slice(0, at)}\n${pagePartFor(exercise, title, language)}${rest}`
}
