import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFences, replaceFences, type Fence } from '../workbook/content/fences.ts'
import { languages, type Language } from '../workbook/language/language.ts'
import { listLessons, listPages, pageFile } from '../workbook/content/lessons.ts'
import { sqlFolder } from '../workbook/paths.ts'
import { parsePage, type Page } from '../workbook/content/pages.ts'
import { givenToSpec } from './support/given.ts'
import { isVerified } from './support/verified.ts'
import { deadLinks, placesOn, withoutFences } from './support/page-links.ts'
import { openPageRunner } from './support/page-runner.ts'
import { sessionSchema } from '../workbook/database/own-schema.ts'
import { openAdmin } from './support/server.ts'

// Results are rewritten by `npm test -- -u` (see vitest.config.ts).
const update = Boolean(process.env.UPDATE_PAGES)
const executed = ['sql', 'ts']

for (const name of listPages().filter(isVerified)) {
  for (const language of languages) {
    test(`${name} (${language}) shows what the server really answers`, async () => {
      await runPage(name, language)
    })
  }

  test(`${name} says the same in both languages`, () => {
    const [english, russian] = languages.map((language) => outline(name, language))
    expect(russian).toEqual(english)
  })

  test(`${name} does not give two places the same name`, () => {
    for (const language of languages) {
      const places = placesOn(name, language)
      expect(places.filter((one, index) => places.indexOf(one) !== index)).toEqual([])
    }
  })

  test(`${name}: every link leads to a page and a heading that are there`, () => {
    for (const language of languages) expect(deadLinks(name, language)).toEqual([])
  })
}

for (const lesson of listLessons().filter(({ folder }) => isVerified(folder))) {
  test(`${lesson.folder} has every exercise of its folder, in order`, () => {
    for (const language of languages) {
      const page = parsePage(readFileSync(pageFile(lesson.folder, language), 'utf8'))
      const names = page.exercises.map(({ name }) => name)
      expect(names.toSorted()).toEqual(lesson.exercises.map(({ name }) => name).toSorted())
      // Drills and functions are numbered separately, each in the order of the page.
      for (const kind of ['ts', 'sql']) {
        const own = lesson.exercises.filter(({ language }) => language === kind)
        const inOrder = own.map(({ name }) => name)
        expect(names.filter((name) => inOrder.includes(name))).toEqual(inOrder)
      }
    }
  })
}

// --- internal ---

async function runPage(name: string, language: Language) {
  const file = pageFile(name, language)
  expect(existsSync(file), `${file} is missing`).toBe(true)
  const markdown = readFileSync(file, 'utf8')
  const { access, session } = givenToSpec()
  const page = `page_${name.replace(/^\d+-/, '')}_${language}`
  const schema = sessionSchema(access.practice, page, session)
  await using admin = await openAdmin(access)
  const tables = /^schema: none$/m.test(markdown) ? '' : readScripts()
  await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4; USE ${schema}; ${tables}`)
  try {
    const results = await collectResults(markdown, access, schema)
    if (update) writeFileSync(file, replaceFences(markdown, results))
    else {
      const shown = listFences(markdown).filter(({ line }) => results.has(line))
      for (const { line, code } of shown)
        expect(code, `${path.basename(file)}:${line}`).toBe(results.get(line))
    }
  } finally {
    const [made] = await admin.query('SHOW DATABASES LIKE ?', [`${schema.replaceAll('_', '\\_')}%`])
    for (const row of made as object[])
      await admin.query('DROP DATABASE ??', [Object.values(row)[0]])
  }
}

/** Runs the fences in order; returns the results by the line of the `result` fence that shows them. */
async function collectResults(
  markdown: string,
  access: Parameters<typeof openPageRunner>[0],
  schema: string,
) {
  await using runner = await openPageRunner(access, schema)
  const results = new Map<number, string>()
  let output: string | undefined
  for (const fence of listFences(markdown)) {
    if (executed.includes(fence.language)) output = await atLine(fence, () => runner.run(fence))
    else if (fence.language === 'result') {
      if (output === undefined)
        throw new Error(`line ${fence.line}: a result without a fence that gives it`)
      results.set(fence.line, output)
      output = undefined
    }
  }
  return results
}

async function atLine<T>(fence: Fence, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new Error(`line ${fence.line}: ${(error as Error).message}`, { cause: error })
  }
}

function readScripts(): string {
  return ['schema.sql', 'seed.sql']
    .map((name) => readFileSync(path.join(sqlFolder, name), 'utf8'))
    .join('\n')
}

/** What must correspond between the languages; prose may differ, code may not. */
function outline(name: string, language: Language) {
  const markdown = readFileSync(pageFile(name, language), 'utf8')
  const fences = listFences(markdown)
  const page: Page = parsePage(markdown)
  const withoutCode = withoutFences(markdown)
  return {
    headings: [...withoutCode.matchAll(/^(#+) .*?(\{#[^}]+\})?$/gm)].map(
      (match) => `${match[1]} ${match[2] ?? ''}`,
    ),
    code: fences
      .filter(({ language: name }) => executed.includes(name))
      .map(({ code, info }) => ({ code, info })),
    diagrams: fences
      .filter(({ language: name }) => name === 'diagram')
      .map(({ info, code }) => ({ info, slots: code.match(/^[\w-]+(?=:)/gm) })),
    containers: [...withoutCode.matchAll(/^(:{3,}) (\w+)/gm)].map((match) => match[2]),
    images: [...withoutCode.matchAll(/<(figure|img)\b/g)].length,
    exercises: page.exercises.map(({ name, checks, hints, mistakes }) => ({
      name,
      checks: checks.length,
      hints: hints.length,
      mistakes: mistakes.map(({ id }) => id),
    })),
    mistakes: page.mistakes.map(({ id }) => id),
  }
}
