import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { listExercises, pageLink } from '../content/lessons.ts'
import { sharedSite, type BuiltSite } from '../testing/built-site.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

let browser: Browser
let page: Page
let trouble: string[]
let site: BuiltSite
let url: string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([sharedSite(inject('site')), launchChromium()])
  url = site.url
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  trouble = watchForTrouble(page)
})
afterEach(() => page.close())

test('every page loads without trouble, fits a phone, and its links and anchors lead somewhere', async () => {
  const ids = new Map<string, Set<string>>()
  const links: { from: string; to: string }[] = []
  for (const link of site.pages) {
    await page.goto(url + link, { waitUntil: 'networkidle' })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      link,
    ).toBeLessThanOrEqual(0)
    ids.set(
      link,
      new Set(await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id))),
    )
    const targets = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    links.push(
      ...targets
        .filter((to) => to.startsWith(url))
        .map((to) => ({ from: link, to: to.slice(url.length) })),
    )
  }
  const broken = links.filter(({ to }) => {
    const [target, anchor] = decodeURIComponent(to).split('#')
    const found = ids.get(target!)
    return !found || (anchor && !found.has(anchor))
  })
  expect(broken).toEqual([])
  expect(trouble).toEqual([])
})

test('an exercise reads as a book: checks, hints one at a time, the solution folded, no dead button', async () => {
  const exercise = listExercises()[0]!
  await page.goto(url + pageLink(exercise, 'en'), { waitUntil: 'networkidle' })
  const panel = page.locator(`.wb-exercise[aria-labelledby="${exercise.name}"]`)
  await panel.getByText('npm start').waitFor()
  expect(await panel.locator('.wb-state').count()).toBe(0)
  const hints = panel.locator('.wb-hint')
  if ((await hints.count()) > 1) {
    expect(await hints.nth(1).isVisible()).toBe(false)
    await hints.nth(0).locator('summary').click()
    expect(await hints.nth(1).isVisible()).toBe(true)
  }
  const solution = panel.locator('.wb-fold', {
    has: page.locator('summary', { hasText: /^Solution$/ }),
  })
  expect(await solution.locator('pre').isVisible()).toBe(false)
  await solution.locator('summary').click()
  expect(await solution.locator('pre').first().innerText()).toContain('export')
  expect(await panel.locator('button:visible:not(.wb-file button, .copy)').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('the chat is described, with the one command that opens it', async () => {
  await page.goto(`${url}/chat`, { waitUntil: 'networkidle' })
  await page.locator('.vp-doc').getByText('npm start').waitFor()
  expect(await page.locator('.vp-doc button').count()).toBe(0)
  expect(trouble).toEqual([])
})

test.each([
  ['/06-connection', 'Run npm start to play it'],
  ['/ru/06-connection', 'Запустите npm start, чтобы сыграть её'],
  ['/04-ddl', 'Run npm start to see on your own server'],
  ['/ru/04-ddl', 'Запустите npm start, чтобы увидеть на своём сервере'],
  ['/10-cleanup', 'what the code sent to the server, and when'],
  ['/ru/10-cleanup', 'что код отправил серверу и когда'],
])(
  'scenes, plans and evidence are described, with the command that plays them: %s',
  async (link, said) => {
    await page.goto(url + link, { waitUntil: 'networkidle' })
    await page.locator('.vp-doc .wb-note', { hasText: said }).first().waitFor()
    // What is left to press is the reader's own: quizzes, and code to copy.
    const buttons = page.locator(
      '.vp-doc button:visible:not(.wb-quiz button, .wb-file button, .copy)',
    )
    expect(await buttons.count()).toBe(0)
    expect(trouble).toEqual([])
  },
)

test('the search finds a Russian word by another of its forms', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${url}/ru/`, { waitUntil: 'networkidle' })
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('таблицами')
  await page.locator('.VPLocalSearchBox .result').first().waitFor()
  expect(trouble).toEqual([])
})

test('the workbook is not shipped with the book', () => {
  const assets = readdirSync(path.join(site.folder, 'assets'), { recursive: true }).map(String)
  expect(
    assets.filter((name) =>
      /Diagnosis|Evidence|Report|catalogue|ChatApp|console|codemirror/i.test(name),
    ),
  ).toEqual([])
})
