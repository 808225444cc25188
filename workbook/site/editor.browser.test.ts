import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

// The editor on the real page of the real `npm start`, with the real server and TypeScript's language service.

const exercise = findExercise('dml/rename')
const drill = findExercise('dml/newest-first')
const wrong = readFileSync(path.join(exercise.mistakes, 'renames-all.ts'), 'utf8')
const phone = { width: 360, height: 740 }

let checkout: Checkout
let browser: Browser
let url: string
let file: string
let page: Page
let panel: Locator
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  file = checkout.at(exercise.file)
  const session = checkout.start(['start', '--no-open', '--port', '5763'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  writeFileSync(file, stubOf(exercise))
  await visit()
})
afterEach(() => page.context().close())

test('nothing of it is loaded until it is opened; then a wrong answer is named, and a right one is green', async () => {
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect((await loaded()).filter((name) => /codemirror|FileEditor/.test(name))).toEqual([])
  expect(await panel.locator('.wb-buttons button').first().getAttribute('data-action')).toBe('open')
  await openEditor()
  expect((await loaded()).filter((name) => /FileEditor/.test(name))).not.toEqual([])
  await write(wrong)
  await status('Not saved')
  expect(readFileSync(file, 'utf8')).toBe(stubOf(exercise))
  await page.keyboard.press('Control+s')
  await panel.locator('.wb-known').first().waitFor()
  expect(await panel.getAttribute('data-state')).toBe('failed')
  expect(readFileSync(file, 'utf8')).toBe(wrong)
  await write(solutionOf(exercise))
  await panel.locator('[data-action="save"]').click()
  await state('passed')
  await status('Saved')
  expect(readFileSync(file, 'utf8')).toBe(solutionOf(exercise))
  expect(trouble).toEqual([])
})

test('TypeScript marks errors, completes and explains; SQL in strings knows the tables', async () => {
  await openEditor()
  await write(stubOf(exercise).replace("throw new Error('TODO')", 'return id * title'))
  const errors = panel.getByRole('button', { name: 'errors from TypeScript' })
  await errors.waitFor()
  await errors.click()
  await panel.getByText('(TS2322)').first().waitFor()
  await write(
    'import type { Connection } from "mysql2/promise"\nexport const work = (c: Connection) =>\n  c.exe',
  )
  await page.keyboard.press('Control+Space')
  await panel.locator('.cm-tooltip-autocomplete li', { hasText: 'execute' }).waitFor()
  await panel.locator('.cm-completionInfo', { hasText: '(method) execute<' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await page.keyboard.press('F2')
  await panel.locator('.wb-explanation', { hasText: '(parameter) c: Connection' }).waitFor()
  await page.keyboard.press('Escape')
  await write(
    'const id = 1\nexport const sql = `SELECT * FROM conversations WHERE id = ${id} AND conversations.is_ar',
  )
  await page.keyboard.press('Control+Space')
  await panel.locator('.cm-tooltip-autocomplete li', { hasText: 'is_archived' }).click()
  expect(await shown()).toContain('conversations.is_archived')
  expect(trouble).toEqual([])
})

test('a file that changed on disk is taken over, and a conflict shows both and loses neither', async () => {
  await openEditor()
  const theirs = `${stubOf(exercise)}// theirs\n`
  writeFileSync(file, theirs)
  await expect.poll(shown).toContain('// theirs')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('// mine')
  writeFileSync(file, `${theirs}// again\n`)
  await panel.getByText('The file has changed on disk.').waitFor()
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'The file has changed on disk' })
  await dialog.waitFor()
  const differing = (side: string) => dialog.locator(`td[data-side="${side}"] code`).allInnerTexts()
  expect([await differing('mine'), await differing('theirs')]).toEqual([['// mine'], ['// again']])
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(readFileSync(file, 'utf8')).toBe(`${theirs}// again\n`)
  await page.keyboard.press('Control+s')
  await dialog.getByRole('button', { name: 'Take the one on disk' }).click()
  await expect.poll(shown).toContain('// again')
  await panel.locator('.cm-content').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toContain('// mine')
  writeFileSync(file, 'export const other = 1\n')
  await panel.getByText('The file has changed on disk.').waitFor()
  await page.keyboard.press('Control+s')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await panel.getByText('The other version is kept in').waitFor()
  expect(readFileSync(file, 'utf8')).toBe(`${theirs}// mine`)
  const backup = await panel.locator('.wb-editor-note code').innerText()
  expect(readFileSync(path.join(checkout.root, backup), 'utf8')).toBe('export const other = 1\n')
})

test('what is not saved and what undo takes back survive a reload', async () => {
  await openEditor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('// one')
  await page.keyboard.press('Control+s')
  await status('Saved')
  await page.keyboard.type(' two')
  await page.reload()
  await panel.locator('.cm-content').waitFor()
  await status('Not saved')
  await expect.poll(shown).toContain('// one two')
  await panel.locator('.cm-content').focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect.poll(shown).not.toContain('// one')
  expect(readFileSync(file, 'utf8')).toContain('// one')
})

test('all of it works by keyboard alone, and axe finds nothing', async () => {
  await panel.locator('[data-action="open"]').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel.locator('.cm-content:focus').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(solutionOf(exercise))
  await page.keyboard.press('Tab')
  expect(await panel.locator('.cm-content:focus').count()).toBe(1)
  await page.keyboard.press('Control+z')
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await panel.locator('[data-action="save"]:focus').waitFor()
  await page.keyboard.press('Enter')
  await state('passed')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel.locator('[data-action="edit"]:focus').waitFor()
  expect(await panel.locator('.wb-editor').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('a drill is answered in it, on the Russian page, on a phone and in the dark', async () => {
  writeFileSync(checkout.at(drill.file), stubOf(drill))
  await visit(drill, 'ru')
  await openEditor()
  expect(await panel.locator('.wb-editor').getAttribute('aria-label')).toContain('Редактор: ')
  await write(solutionOf(drill))
  await status('Не сохранено')
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await panel.getByRole('button', { name: 'Сохранить и проверить' }).click()
  await state('passed')
  expect(readFileSync(checkout.at(drill.file), 'utf8')).toBe(solutionOf(drill))
  expect(trouble).toEqual([])
})

// --- internal ---

async function visit(which = exercise, language: 'en' | 'ru' = 'en'): Promise<void> {
  await page?.context().close()
  page = await browser.newPage({
    viewport: language === 'en' ? { width: 1280, height: 900 } : phone,
    colorScheme: language === 'en' ? 'light' : 'dark',
  })
  trouble = watchForTrouble(page)
  panel = page.locator(`.wb-exercise[data-exercise="${which.id}"]`)
  await page.goto(url + pageLink(which, language).slice(1))
  await panel.locator('[data-action="edit"]:not([aria-disabled])').waitFor()
  // The stub that was just written has its verdict.
  await state('not-started')
}

function state(wanted: string): Promise<void> {
  return panel.and(page.locator(`[data-state="${wanted}"]`)).waitFor()
}

async function openEditor(): Promise<void> {
  await panel.locator('[data-action="edit"]').click()
  await panel.locator('.cm-content').waitFor()
}

async function write(text: string): Promise<void> {
  await panel.locator('.cm-content').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

function status(text: string): Promise<void> {
  return panel.locator('.wb-editor-tools').getByText(text, { exact: true }).waitFor()
}

async function shown(): Promise<string> {
  return (await panel.locator('.cm-line').allInnerTexts()).join('\n')
}
