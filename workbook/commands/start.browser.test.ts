import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Passwords } from '../database/accounts.ts'
import { findExercise, pageLink, type Exercise } from '../content/lessons.ts'
import { mistakeText } from '../content/pages.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { stubOf } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { killServer } from '../testing/running-server.ts'

// The whole path, as a student takes it: the real `npm start`, the real server, a file saved, the page drawn.

const exercise = findExercise('ddl/create-tables')
const wrong = path.join(exercise.mistakes, 'no-cascade.ts')

let checkout: Checkout
let browser: Browser
let url: string

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  await writeFile(path.join(checkout.root, '.env'), `MYSQL_PASSWORD=${secretOfEnv}\n`)
  const session = checkout.start(['start', '--no-open', '--port', '5583'])
  let output = ''
  session.stderr!.on('data', (chunk) => (output += chunk))
  url = await new Promise<string>((resolve, reject) => {
    session.stdout!.on('data', (chunk) => {
      output += chunk
      const match = /ready: (http:\/\/\S+)/.exec(output)
      if (match) resolve(match[1]!)
    })
    session.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)))
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})

test('a wrong answer names its mistake on the page, the right one turns the panel green', async () => {
  const page = await open('en')
  const trouble = watchForTrouble(page)
  await save(await readFile(wrong, 'utf8'))
  await panel(page, 'failed')
  const title = mistakeText(exercise, 'no-cascade', 'en')!.title.replaceAll('`', '')
  await page.locator('.wb-known').getByText(title).first().waitFor()
  await save(await readFile(exercise.solution, 'utf8'))
  await panel(page, 'passed')
  expect(trouble).toEqual([])
  await page.close()
})

test('a page that connects late gets the verdict first, in Russian too', async () => {
  const page = await open('ru')
  await panel(page, 'passed')
  await save(await readFile(wrong, 'utf8'))
  await panel(page, 'failed')
  const title = mistakeText(exercise, 'no-cascade', 'ru')!.title.replaceAll('`', '')
  await page.locator('.wb-known').getByText(title).first().waitFor()
  await page.close()
})

test('the stub is "not started" again, and the watcher outlives an endless loop', async () => {
  const page = await open('en')
  await save(
    (await readFile(exercise.solution, 'utf8')).replace(
      '// #region TODO',
      'while (true) {}\n// #region TODO',
    ),
  )
  await panel(page, 'timed-out')
  await save(stubOf(exercise))
  await panel(page, 'not-started')
  await save(await readFile(exercise.solution, 'utf8'))
  await panel(page, 'passed')
  await page.close()
})

test('a MySQL server that dies is shown on the page, comes back by itself, and the next save is judged', async () => {
  const page = await open('en')
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
  const note = page.locator(`#${exercise.name}-note`)
  await killServer(checkout.state)
  await note.getByText('The MySQL server has gone away.').waitFor()
  await expect.poll(() => note.innerText()).toBe('')
  await save(await readFile(wrong, 'utf8'))
  await panel(page, 'failed')
  await save(await readFile(exercise.solution, 'utf8'))
  await panel(page, 'passed')
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
  await page.close()
})

test('no password of the server or of .env reaches the page', async () => {
  const accounts = await readFile(path.join(checkout.state, 'accounts.json'), 'utf8')
  const { admin, student } = JSON.parse(accounts) as Passwords
  const page = await browser.newPage()
  const received = listenTo(page)
  await visit(page, 'en')
  await save(await readFile(wrong, 'utf8'))
  await panel(page, 'failed')
  await page.locator('.wb-console-bar').click()
  await page.locator('.wb-console .cm-content').fill('SHOW GRANTS')
  await page.keyboard.press('Control+Enter')
  await page.locator('.wb-console').getByText('GRANT ALL PRIVILEGES').first().waitFor()
  await page.waitForLoadState('networkidle')
  const texts = await received()
  expect(texts.some((text) => text.includes('workbook:verdict'))).toBe(true)
  for (const secret of [admin, student, secretOfEnv]) {
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
  }
  await page.close()
})

// --- internal ---

const secretOfEnv = 'do-not-show-this'

/** Everything that reaches the page from now on: answers, and messages over the websocket. */
function listenTo(page: Page): () => Promise<string[]> {
  const texts: Promise<string>[] = []
  page.on('response', (response) => texts.push(response.text().catch(() => '')))
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => texts.push(Promise.resolve(String(payload))))
  })
  return () => Promise.all(texts)
}

async function open(language: 'en' | 'ru'): Promise<Page> {
  const page = await browser.newPage()
  await visit(page, language)
  return page
}

async function visit(page: Page, language: 'en' | 'ru'): Promise<void> {
  await page.goto(new URL(pageLink(exercise, language), url).href)
  await page.locator(`${selector(exercise)}[data-state]`).waitFor()
}

async function save(source: string): Promise<void> {
  await writeFile(checkout.at(exercise.file), source)
}

async function panel(page: Page, state: string): Promise<void> {
  await page.locator(`${selector(exercise)}[data-state="${state}"]`).waitFor()
}

function selector({ name }: Exercise): string {
  return `.wb-exercise[aria-labelledby="${name}"]`
}
