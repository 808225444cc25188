import type { Browser, Page } from 'playwright-core'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { WorkbookError } from '../errors.ts'
import { listExercises, listLessons, pageLink } from '../content/lessons.ts'
import { exerciseText, readPage } from '../content/pages.ts'
import type { ExerciseProgress, Progress } from '../progress/types.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { startSite, type Site } from './site.ts'

// Progress, sidebar and keyboard on the live page.

const lesson = listLessons().find(({ exercises }) => exercises.length > 2)!
const [first, second] = lesson.exercises
const title = exerciseText(second!, 'en').title.replaceAll('`', '')
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
const solved: ExerciseProgress = {
  status: 'passed',
  attempts: 3,
  hintsShown: 2,
  solutionAsked: false,
  secondsSpent: 3900,
  firstPassedAt: daysAgo(5),
  lastPassedAt: daysAgo(5),
  lastSolvedAt: daysAgo(5),
}
const progress: Progress = { exercises: { [second!.id]: solved } }

let browser: Browser
let site: Site
let page: Page
let trouble: string[]
let folder: string
let checked: string[]
let answerReset: () => void
let imported: { progress: unknown; mode: string } | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workbook-ways-'))
  ;[browser, site] = await Promise.all([launchChromium(), startSite({ port: 5683 })])
  site.onHello(() => ({ verdicts: [], progress }))
  site.onAction({
    'exercise/check': ({ exercise }) => void checked.push(exercise),
    'console/look': () => ({ state: { database: 'ai_chat_db', transaction: false }, tables: [] }),
    'console/reset': async () => {
      await new Promise<void>((resolve) => (answerReset = resolve))
      throw new WorkbookError('A transaction holds the tables.', 'End it, and try again.', {
        code: 'BAD_COMMAND',
      })
    },
    'exercise/hint': () => ({ ...solved, hintsShown: 1 }),
    'progress/import': (input) => {
      imported = input
      return { backup: '.workbook/backups/old.json' }
    },
  })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  checked = []
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  trouble = watchForTrouble(page)
})
afterEach(() => page.close())

test('the progress page shows attempts, time and hints, and offers again what was solved long ago', async () => {
  await open('/progress')
  await page.locator('.wb-figures').waitFor()
  expect(await page.locator('.wb-figures dd').allInnerTexts()).toEqual([
    `1 of ${listExercises().length}`,
    '1 h 5 min',
    '3',
    '2',
  ])
  await page.locator('li', { hasText: title }).getByText('solved 5 days ago').waitFor()
  const row = page.locator('tr', { hasText: title })
  expect((await row.locator('td').allInnerTexts()).slice(0, 3)).toEqual(['3', '1 h 5 min', '2'])
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await findBarriers(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(trouble).toEqual([])
})

test('a change of the progress reaches the page, the sidebar and the home page', async () => {
  await open('/ru/progress')
  const place = page.locator(`.VPSidebar a.link[href$="/${lesson.folder}"]`)
  const name = `Упражнения: ${readPage(lesson.folder, 'ru').title.replaceAll('`', '')}`
  await page.locator('.VPSidebar').getByRole('button', { name, exact: true }).waitFor()
  await expect.poll(() => place.getAttribute('data-tick')).toBe(`1/${lesson.exercises.length}`)
  const all = Object.fromEntries(lesson.exercises.map(({ id }) => [id, solved]))
  site.broadcast('workbook:progress', { exercises: all })
  await expect.poll(() => place.getAttribute('data-tick')).toBe('✓')
  await page.getByText(`${lesson.exercises.length} из ${listExercises().length}`).waitFor()
  expect(trouble).toEqual([])
})

test.each([
  { link: '/', width: 1280, colorScheme: 'light', where: `1 of ${listExercises().length}` },
  { link: '/ru/', width: 390, colorScheme: 'dark', where: `1 из ${listExercises().length}` },
] as const)(
  'the home page says where the student is, and leads on in one click: $link, $width pixels wide',
  async ({ link, width, colorScheme, where }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.goto(site.url + link.slice(1))
    const next = page.locator('.wb-next')
    await next.getByText(where).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await next.getByRole('link').focus()
    await page.keyboard.press('Enter')
    const first = listExercises()[0]!
    await page.waitForURL(
      (url) => url.pathname + url.hash === pageLink(first, link === '/' ? 'en' : 'ru'),
    )
    await page.locator(`.wb-exercise[aria-labelledby="${first.name}"] .wb-state`).waitFor()
    expect(trouble).toEqual([])
  },
)

test('what is exported can be imported, and the page says where the old progress is kept', async () => {
  await open('/progress')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as a file' }).click(),
  ])
  const file = path.join(folder, 'exported.json')
  await download.saveAs(file)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(progress)
  await page.getByLabel('is replaced by the file').check()
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByText('kept in .workbook/backups/old.json').waitFor()
  expect(imported).toEqual({ progress, mode: 'replace' })
  expect(trouble).toEqual([])
})

test('a file that is not JSON is rejected by name', async () => {
  await open('/progress')
  const file = path.join(folder, 'picture.json')
  await writeFile(file, 'no JSON')
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByText('This file does not contain JSON.').waitFor()
})

test('J and K go from exercise to exercise, and past the end of a lesson to the next', async () => {
  await open(`/${lesson.folder}`)
  await page.keyboard.press('j')
  await expect.poll(focused).toBe(first!.name)
  await page.keyboard.press('j')
  await expect.poll(focused).toBe(second!.name)
  const [bar, heading] = [page.locator('.VPNav'), page.locator(`h3[id="${second!.name}"]`)]
  const { y, height } = (await bar.boundingBox())!
  expect((await heading.boundingBox())!.y).toBeGreaterThan(y + height)
  await page.keyboard.press('k')
  await expect.poll(focused).toBe(first!.name)
  await page.locator(`h3[id="${lesson.exercises.at(-1)!.name}"]`).focus()
  await page.keyboard.press('j')
  const next = listLessons().find(({ number }) => number === lesson.number + 1)!
  await page.waitForURL((url) => url.pathname.endsWith(next.folder))
})

test('R checks the exercise in view, in a Russian layout too', async () => {
  await open(pageLink(second!, 'ru'))
  await page.locator(`h3[id="${second!.name}"]`).focus()
  await page.evaluate(() =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyR', key: 'к', bubbles: true }),
    ),
  )
  await expect.poll(() => checked).toEqual([second!.id])
})

test('H opens a hint of the exercise in view', async () => {
  await open(pageLink(second!, 'en'))
  await page.locator(`h3[id="${second!.name}"]`).focus()
  await page.keyboard.press('h')
  await page.locator(`.wb-exercise[aria-labelledby="${second!.name}"] .wb-hint[open]`).waitFor()
})

test('C opens the SQL console, and leads back to the editor of an open one', async () => {
  await open(pageLink(second!, 'ru'))
  await page.locator(`h3[id="${second!.name}"]`).focus()
  await page.keyboard.press('KeyC')
  const editor = page.locator('.wb-console[data-open] .cm-content')
  await editor.and(page.locator(':focus')).waitFor()
  await page.locator(`h3[id="${second!.name}"]`).focus()
  await page.keyboard.press('KeyC')
  await editor.and(page.locator(':focus')).waitFor()
  expect((await editor.innerText()).trim()).toBe('')
  expect(trouble).toEqual([])
})

test('an open console covers neither the end of the sidebar nor that of the outline', async () => {
  await open(pageLink(second!, 'en'))
  await page.keyboard.press('KeyC')
  await page.locator('.wb-console[data-open] .cm-content').waitFor()
  const { y } = (await page.locator('.wb-console').boundingBox())!
  for (const part of ['.VPSidebar', '.aside-container']) {
    const box = (await page.locator(part).boundingBox())!
    expect(box.y + box.height, part).toBeLessThanOrEqual(y)
  }
})

test('a reset of the practice database that is refused says why, beside its button', async () => {
  await open(pageLink(second!, 'en'))
  await page.keyboard.press('KeyC')
  await page.getByRole('tab', { name: 'Tables' }).click()
  await page.getByRole('button', { name: 'Reset the practice database' }).click()
  await page.getByRole('button', { name: 'Reset it' }).click()
  await page.getByText('Creating the practice database again').waitFor()
  // The page says so before its request has arrived.
  await expect.poll(() => answerReset).toBeDefined()
  answerReset()
  const problem = page.locator('.wb-console-problem')
  await problem.getByText('A transaction holds the tables.').waitFor()
  await problem.getByText('End it, and try again.').waitFor()
  expect(await page.getByText('Creating the practice database again').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('? lists the shortcuts, Escape closes the list, the button opens it again', async () => {
  await open(pageLink(second!, 'ru'))
  await page.keyboard.press('?')
  const list = page.locator('.wb-shortcuts[open]')
  await list.getByText('следующее упражнение').waitFor()
  expect(await list.locator('kbd').allInnerTexts()).toEqual(expect.arrayContaining(['J', 'О', '?']))
  await page.keyboard.press('r')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.locator('.VPNavBar .wb-keys').click()
  await list.waitFor()
  expect(checked).toEqual([])
})

test('a session makes its index for the first search, which finds what pages show', async () => {
  await open(pageLink(second!, 'ru'))
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('таблицами')
  await page.locator('.VPLocalSearchBox .result').first().waitFor()
})

test('a key with a modifier, or while the reader is typing, is not a shortcut', async () => {
  await open(pageLink(second!, 'en'))
  await page.locator(`h3[id="${second!.name}"]`).focus()
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('Shift+R')
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('')
  await page.keyboard.type('rrr?')
  await page.keyboard.press('Escape')
  expect(await page.locator('.wb-shortcuts').count()).toBe(0)
  expect(checked).toEqual([])
})

// --- internal ---

async function open(link: string): Promise<void> {
  await page.goto(new URL(link, site.url).href)
  await page.locator('.vp-doc h1').waitFor()
  await page.waitForFunction(() => document.querySelector('[data-tick], .wb-figures'))
}

function focused(): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}
