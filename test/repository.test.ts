import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listExercises, listLessons, pageFile } from '../workbook/content/lessons.ts'
import { displayPath } from '../workbook/paths.ts'
import { parsePage } from '../workbook/content/pages.ts'
import { makeStub } from '../workbook/content/stubs.ts'

// What must hold in the repository itself, before a student edits anything: run by `npm run verify`, not by `npm test`.

const answersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.(ts|sql)$/.test(name)) : []

for (const exercise of listExercises()) {
  test(`${exercise.id}: the stub is the one that its solution makes, with one TODO`, () => {
    const source = readFileSync(exercise.file, 'utf8')
    expect(source, `\`npm run reset -- ${exercise.id}\` writes it`).toBe(
      makeStub(readFileSync(exercise.solution, 'utf8')),
    )
    expect(source.match(/(\/\/|--) TODO:/g)).toHaveLength(1)
  })

  test(`${exercise.id} has known mistakes, each explained on the page, and other right answers`, () => {
    const mistakes = answersIn(exercise.mistakes)
    expect(mistakes.length, displayPath(exercise.mistakes)).toBeGreaterThanOrEqual(
      exercise.language === 'sql' ? 4 : 5,
    )
    expect(
      answersIn(exercise.alternatives).length,
      displayPath(exercise.alternatives),
    ).toBeGreaterThanOrEqual(2)
    const page = parsePage(readFileSync(pageFile(path.dirname(exercise.key), 'en'), 'utf8'))
    const own = page.exercises.find(({ name }) => name === exercise.name)?.mistakes ?? []
    const explained = new Set([...own, ...page.mistakes].map(({ id }) => id))
    const thrown = [...readFileSync(exercise.spec, 'utf8').matchAll(/mistake\(\s*'([\w-]+)'/g)].map(
      (match) => match[1]!,
    )
    expect(
      thrown.filter((id) => !explained.has(id)),
      'thrown by the spec, not on the page',
    ).toEqual([])
    const answered = new Set(mistakes.map((name) => name.split('.')[0]!))
    expect(
      own.map(({ id }) => id).filter((id) => !answered.has(id)),
      'on the page, no answer file',
    ).toEqual([])
  })
}

test('every file of lessons/ belongs to an exercise', () => {
  const known = new Set(listExercises().map(({ file }) => file))
  for (const lesson of listLessons()) {
    const folder = path.dirname(lesson.exercises[0]!.file)
    const strays = readdirSync(folder)
      .map((name) => path.join(folder, name))
      .filter((file) => !known.has(file))
    expect(strays).toEqual([])
  }
})

test("what specs send over the student's connection is marked as the test's", () => {
  const specs = listLessons().flatMap(({ exercises }) => {
    const folder = path.dirname(exercises[0]!.spec)
    return answersIn(folder).map((name) => path.join(folder, name))
  })
  // What these send stands for an application's code, or is the student's own script.
  const answers = ['vulnerable.ts', 'whole-module.ts', '1-tour.spec.ts']
  const unmarked = specs
    .filter((file) => !answers.includes(path.basename(file)))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(sends)]
        .filter(([, who, mark]) => !seesFromOutside.includes(who!) && !mark)
        .map(([call]) => `${displayPath(file)}: ${call}`),
    )
  expect(unmarked, 'byTest(sql) marks it').toEqual([])
})

// --- internal ---

/** Whoever sends, and the mark, if there is one. */
const sends = /(\w+)\s*\.(?:query|execute)(?:<[^(]*>)?\((?!\))\s*(byTest\()?/g
/** The names of the administrator's connections. */
const seesFromOutside = ['server', 'outside', 'other']
