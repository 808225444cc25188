import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import { stuckAfter } from '../progress/rules.ts'
import type { Progress } from '../progress/types.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { makeEditor, type WritingEditor } from '../testing/editor.ts'

// Every button of an exercise's panel, on the real page of the real `npm start`, with the real server.

const exercise = findExercise('ddl/create-tables')

let checkout: Checkout
let editor: WritingEditor
let session: ChildProcess
let browser: Browser
let url: string
let wrong: string
let file: string
let page: Page
let panel: Locator
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  editor = await makeEditor(path.join(checkout.root, 'an editor'))
  wrong = await readFile(path.join(exercise.mistakes, 'no-cascade.ts'), 'utf8')
  file = checkout.at(exercise.file)
  await writeFile(file, wrong)
  const env = { LAUNCH_EDITOR: editor.program }
  session = checkout.start(['start', '--no-open', '--port', '5683'], { env })
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
beforeEach(() => open('en', 1280))
afterEach(() => page.context().close())

test('check judges the file as it is, and shows that it does', async () => {
  await button('check').evaluate((element) =>
    new MutationObserver(() => {
      if (element.ariaBusy) Object.assign(globalThis, { wasBusy: true })
    }).observe(element, { attributes: true }),
  )
  await button('check').click()
  await state('failed')
  await expect.poll(() => button('check').getAttribute('aria-busy')).toBeNull()
  expect(await page.evaluate('wasBusy')).toBe(true)
  expect(trouble).toEqual([])
})

test('after three failures in a row the section is offered again, and the next hint', async () => {
  const stuck = panel.locator('.wb-stuck')
  for (let failures = progress().failures ?? 0; failures < stuckAfter; failures++) {
    expect(await stuck.count()).toBe(0)
    await button('check').click()
    await expect.poll(() => progress().failures).toBe(failures + 1)
  }
  await stuck.getByText('or take the next hint.').waitFor()
  expect(await stuck.getByRole('link').getAttribute('href')).toBe('/04-ddl#constraints')
  expect(trouble).toEqual([])
})

test('the file opens in the editor, only once, however often it is pressed', async () => {
  await button('open').dblclick()
  await message('Your editor has been asked')
  expect(editor.opened().map(([opened]) => opened)).toEqual([file])
  expect(trouble).toEqual([])
})

test('a failure offers a hint; hints open one at a time and are counted', async () => {
  const hints = panel.locator('.wb-hint')
  const all = await hints.count()
  expect(all).toBeGreaterThan(1)
  expect(await hints.first().isVisible()).toBe(false)
  for (let number = 1; number <= all; number++) {
    expect(await button('hint').getAttribute('data-offered')).toBe('true')
    expect(await button('hint').innerText()).toBe(`Hint ${number} of ${all}`)
    await button('hint').click()
    await message(`Hint ${number} of ${all}`)
    expect(await panel.locator('.wb-hint:visible').count()).toBe(number)
    expect(await hints.nth(number - 1).getAttribute('open')).toBe('')
    expect(progress().hintsShown).toBe(number)
  }
  expect(await button('hint').getAttribute('data-offered')).toBeNull()
  expect(trouble).toEqual([])
})

test('the solution comes when it is asked for twice, and with it the comparison', async () => {
  const solution = panel.locator('.wb-solution')
  await button('solution').click()
  await message('when you ask twice')
  expect(await solution.isVisible()).toBe(false)
  expect(await button('compare').count()).toBe(0)
  expect(progress().solutionAsked).toBe(true)
  await button('solution').click()
  await message('open below')
  expect(await solution.locator('pre').first().isVisible()).toBe(true)
  await button('compare').click()
  const dialog = panel.getByRole('dialog', { name: 'Your file and the solution' })
  await dialog.waitFor()
  expect(await dialog.locator('th[scope="col"]').allInnerTexts()).toEqual([
    'Your file',
    'The solution',
  ])
  expect(await dialog.locator('mark').allTextContents()).toContain(
    'CONSTRAINT messages_conversation ',
  )
  await writeFile(file, solutionOf(exercise))
  await dialog.getByText('They are the same.').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await focused()).toBe('compare')
  await writeFile(file, wrong)
  await state('failed')
  expect(trouble).toEqual([])
})

test('what the failed test left behind can be seen in the real client and in the console', async () => {
  await state('failed')
  const kept = panel.locator('.wb-kept')
  const command = await kept.locator('code').innerText()
  await kept.getByRole('button', { name: 'Copy the command' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command)
  const [, schema] = /^npm run db -- shell (\S+)$/.exec(command)!
  const input = 'SELECT DATABASE(); SHOW TABLES;'
  const { code, stdout } = await checkout.run(['db', 'shell', schema!], { input })
  expect(code).toBe(0)
  expect(stdout.split('\n')).toEqual(expect.arrayContaining([schema, 'conversations', 'messages']))
  // As text: a browser does not understand what Vitest turns an import into.
  await page.evaluate(`import('/.vitepress/theme/composables/console-door.ts').then((module) => {
    module.consoleDoor.open = (schema) => (globalThis.opened = schema)
  })`)
  await button('console').click()
  expect(await page.evaluate('opened')).toBe(schema)
  expect(trouble).toEqual([])
})

test('reset restores the stub, names the backup, and can be undone', async () => {
  await button('reset').click()
  await state('not-started')
  expect(await readFile(file, 'utf8')).toBe(stubOf(exercise))
  const backup = /\.workbook\/\S+?\.ts/.exec(await panel.locator('.wb-message').innerText())![0]
  expect(await readFile(path.join(checkout.root, backup), 'utf8')).toBe(wrong)
  await button('undo').click()
  await state('failed')
  expect(await readFile(file, 'utf8')).toBe(wrong)
  expect(trouble).toEqual([])
})

test('all of it works by keyboard, with the focus visible', async () => {
  await button('open').focus()
  const order = [await focused()]
  while (order.at(-1) !== 'reset') {
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus-visible').count()).toBe(1)
    order.push(await focused())
  }
  expect(order).toEqual(['open', 'edit', 'check', 'hint', 'solution', 'reset'])
  await page.keyboard.press('Enter')
  await state('not-started')
  expect(await focused()).toBe('reset')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('undo')
  await page.keyboard.press('Space')
  await state('failed')
  await expect.poll(focused).toBe('reset')
  expect(trouble).toEqual([])
})

test('on a phone and in Russian: all fits, the comparison is one column, a failure is explained', async () => {
  await open('ru', 360)
  await button('solution').click()
  await button('compare').click()
  const dialog = panel.getByRole('dialog', { name: 'Ваш файл и решение' })
  await dialog.waitFor()
  expect(await dialog.locator('th[scope="col"]').count()).toBe(1)
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await dialog.getByRole('button', { name: 'Закрыть' }).click()
  await rm(editor.program)
  await button('open').click()
  await message('Редактор не открылся')
  await message('LAUNCH_EDITOR')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(trouble).toEqual([])
})

test('a pass brings the solution, folded', async () => {
  await writeFile(file, solutionOf(exercise))
  await state('passed')
  expect(await panel.locator('.wb-solution > summary').isVisible()).toBe(true)
  expect(await panel.locator('.wb-solution pre').first().isVisible()).toBe(false)
  expect(await button('compare').isVisible()).toBe(true)
  expect(trouble).toEqual([])
})

test('without the workbook the buttons are off, and say why', async () => {
  session.kill()
  const note = panel.locator('[data-lost]')
  await note.waitFor()
  for (const one of await panel.locator('.wb-buttons button').all()) {
    expect(await one.getAttribute('aria-disabled')).toBe('true')
    expect(await one.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'))
  }
  await button('reset').click({ force: true })
  expect(await readFile(file, 'utf8')).toBe(solutionOf(exercise))
  expect(await panel.locator('.wb-message p').innerText()).toBe('')
})

// --- internal ---

async function open(language: 'en' | 'ru', width: number): Promise<void> {
  await page?.context().close()
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  trouble = watchForTrouble(page)
  await page.goto(new URL(pageLink(exercise, language), url).href)
  panel = page.locator(`.wb-exercise[aria-labelledby="${exercise.name}"]`)
  await panel.locator('.wb-buttons button:not([aria-disabled])').first().waitFor()
}

function button(action: string): Locator {
  return panel.locator(`[data-action="${action}"]`)
}

async function state(name: string): Promise<void> {
  await panel.and(page.locator(`[data-state="${name}"]`)).waitFor()
}

async function message(text: string): Promise<void> {
  await panel.locator('.wb-message', { hasText: text }).waitFor()
}

function focused(): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.action)
}

function progress() {
  const saved = path.join(checkout.state, 'progress.json')
  expect(existsSync(saved)).toBe(true)
  return (JSON.parse(readFileSync(saved, 'utf8')) as Progress).exercises[exercise.id]!
}
