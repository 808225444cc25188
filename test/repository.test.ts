import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { gapsOf } from '../workbook/authoring/gaps.ts'
import { listExercises, listLessons } from '../workbook/content/lessons.ts'
import { displayPath } from '../workbook/paths.ts'

// What must hold in the repository itself, before a student edits anything: run by `npm run verify`, not by `npm test`.

const answersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : []

for (const exercise of listExercises()) {
  test(`${exercise.id} lacks nothing: stub, answers, pages, a row of coverage.md`, () => {
    expect(gapsOf(exercise)).toEqual([])
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
