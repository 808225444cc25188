import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diagrams } from '../docs/.vitepress/diagrams/index.ts'
import { diagram } from '../docs/.vitepress/markdown/diagrams.ts'
import { gapsOf } from '../workbook/authoring/gaps.ts'
import { listFences } from '../workbook/content/fences.ts'
import { listExercises, listLessons, listPages, pageFile } from '../workbook/content/lessons.ts'
import { readPage } from '../workbook/content/pages.ts'
import { languages } from '../workbook/language/language.ts'
import { displayPath, docsFolder } from '../workbook/paths.ts'

// What must be true of the repository itself, before a student edits anything: run by `npm run verify`, not by `npm test`.

const answersIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.(ts|sql)$/.test(name)) : []

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
  // What these send represents an application's code, or is the student's own script.
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

for (const language of languages) {
  test(`every diagram has its words, and none is left over (${language})`, () => {
    const used = listPages().flatMap((name) => {
      const file = pageFile(name, language)
      const markdown = readFileSync(file, 'utf8')
      expect(markdown, `${displayPath(file)}: a diagram has one source`).not.toContain('<svg')
      return listFences(markdown)
        .filter((fence) => fence.language === 'diagram')
        .map(({ info, code, line }) => {
          const draw = () => diagram(info, code, String)
          expect(draw, `${displayPath(file)}:${line}`).not.toThrow()
          return info
        })
    })
    expect(used.toSorted()).toEqual(Object.keys(diagrams).toSorted())
  })
}

test('the plan for teachers names every lesson, in order, as its page does', () => {
  for (const language of languages) {
    const plan = readFileSync(pageFile('teachers', language), 'utf8')
    const named = [...plan.matchAll(/(\d+)\. \[([^\]]+)\]\((\d+-[a-z]+)\)/g)]
    expect(named.map(([, number, title, folder]) => [Number(number), title, folder])).toEqual(
      listLessons().map(({ number, folder }) => [number, readPage(folder, language).title, folder]),
    )
  }
})

test('every file of docs/.vitepress/diagrams/ is in its list', () => {
  const files = readdirSync(path.join(docsFolder, '.vitepress', 'diagrams'))
    .map((file) => path.basename(file, '.ts'))
    .filter((name) => !['draw', 'index'].includes(name))
  expect(files.toSorted()).toEqual(Object.keys(diagrams).toSorted())
})

// --- internal ---

/** The sender, and the mark, if there is one. */
const sends = /(\w+)\s*\.(?:query|execute)(?:<[^(]*>)?\((?!\))\s*(byTest\()?/g
/** The names of the administrator's connections. */
const seesFromOutside = ['server', 'outside', 'other']
