import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../workbook/language/language.ts'
import { listExercises, listLessons } from '../workbook/content/lessons.ts'
import { testFolder } from '../workbook/paths.ts'
import { headingsOn } from './support/page-links.ts'

// Everything in the original cheatsheet has its place in the workbook: test/coverage.md lists it.

interface Item {
  name: string
  /** `04-ddl#types` */
  headings: string[]
  /** `ddl/create-tables`; none when the item is taught only on the page. */
  exercises: string[]
  row: string[]
}

const items = readItems(readFileSync(path.join(testFolder, 'coverage.md'), 'utf8'))

test('every item of the cheatsheet has a heading, and an exercise or a reason why it has none', () => {
  const incomplete = items.filter(
    ({ row, headings, exercises }) =>
      row.length !== 3 ||
      row.some((cell) => cell === '') ||
      headings.length === 0 ||
      (exercises.length === 0 && !/^page only: .{4,}/.test(row[2]!)),
  )
  expect(incomplete.map(({ name }) => name)).toEqual([])
  expect(items.length).toBeGreaterThan(100)
})

test('every heading that the table names is on its page, in both languages', () => {
  const lessons = listLessons().map(({ folder }) => folder)
  const missing = languages.flatMap((language) =>
    items
      .flatMap(({ headings }) => headings)
      .filter((heading) => {
        const [page, id] = heading.split('#') as [string, string]
        return !lessons.includes(page) || !headingsOn(page, language)?.includes(id)
      })
      .map((heading) => `${heading} (${language})`),
  )
  expect(missing).toEqual([])
})

test('every exercise that the table names is there', () => {
  const known = listExercises().map(({ id }) => id)
  const named = items.flatMap(({ exercises }) => exercises)
  expect(named.filter((id) => !known.includes(id))).toEqual([])
})

test('every lesson teaches something of the cheatsheet', () => {
  const pages = items.flatMap(({ headings }) => headings.map((heading) => heading.split('#')[0]))
  const folders = listLessons().map(({ folder }) => folder)
  expect(folders.filter((folder) => !pages.includes(folder))).toEqual([])
})

// --- internal ---

function readItems(markdown: string): Item[] {
  const rows = markdown
    .split(/\r?\n/)
    .filter((line) => line.startsWith('|') && !/^\| (-|Item)/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
  return rows.map((row) => ({
    name: row[0] ?? '',
    headings: inCode(row[1], /^[\w-]+#[\w-]+$/),
    exercises: row[2]?.startsWith('page only') ? [] : inCode(row[2], /./),
    row,
  }))
}

function inCode(cell: string | undefined, shape: RegExp): string[] {
  const code = [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!)
  return code.filter((text) => shape.test(text))
}
