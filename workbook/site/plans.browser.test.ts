import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

// Plans on the real page of the real `npm start`, with the real server, by keyboard.

let checkout: Checkout
let browser: Browser
let url: string
let page: Page
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  const session = checkout.start(['start', '--no-open', '--port', '5733'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
afterEach(() => page.context().close())

test.each([
  {
    language: '',
    width: 1280,
    colorScheme: 'light',
    show: 'Show the plan on 100,000 messages',
    make: 'Create the table',
    drop: 'Drop the table',
    which: 'Which plan',
    full: 'reads everything',
  },
  {
    language: 'ru/',
    width: 390,
    colorScheme: 'dark',
    show: 'Показать план на 100 000 сообщений',
    make: 'Создать таблицу',
    drop: 'Удалить таблицу',
    which: 'Какой план',
    full: 'читает всё',
  },
] as const)(
  'the table is made, the two plans are compared and the table is dropped, $width pixels wide ($language)',
  // Axe runs twice over a long page.
  { timeout: 300_000 },
  async ({ language, width, colorScheme, show, make, drop, which, full }) => {
    await open(`${language}04-ddl`, { width, colorScheme })
    const pictures = page.locator('.wb-plan-picture')
    await press(page.getByRole('button', { name: show }))
    await press(page.getByRole('button', { name: make }))
    await page.getByRole('progressbar', { name: make }).waitFor()
    await pictures.nth(1).waitFor()
    expect(await pictures.first().innerText()).toContain(full)
    expect(await pictures.nth(1).innerText()).toContain('by_time (timestamp)')
    expect(await pictures.nth(1).innerText()).not.toContain(full)
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel(which).selectOption('with')
    await expect.poll(() => pictures.count()).toBe(1)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await press(page.getByRole('button', { name: drop }))
    await page.getByRole('button', { name: make }).waitFor()
    expect(await pictures.count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    expect(trouble).toEqual([])
  },
)

test.each([
  'EXPLAIN ANALYZE SELECT * FROM messages ORDER BY content;',
  // As MySQL 8.4 does unasked.
  'SET explain_json_format_version = 1; EXPLAIN FORMAT=JSON SELECT * FROM messages ORDER BY content;',
])('the console draws the answer, and shows its text when asked: %s', async (script) => {
  await open('03-shell', { width: 1280 })
  await page.locator('.wb-console-bar').click()
  await page.locator('.wb-console .wb-console-state').waitFor()
  await page.locator('.wb-console .cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(script)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  const picture = page.locator('.wb-console .wb-plan-picture')
  await picture.waitFor()
  const kinds = await picture
    .locator('.wb-plan-step')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.kind))
  expect(kinds).toEqual(['sort', 'table-scan'])
  await page.getByRole('button', { name: 'Picture of the plan' }).click()
  await page
    .locator('.wb-console .wb-rows')
    .getByText(/-> Sort|"using_filesort": true/)
    .waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(trouble).toEqual([])
})

// --- internal ---

async function open(
  name: string,
  { width, colorScheme = 'light' }: { width: number; colorScheme?: 'light' | 'dark' },
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  trouble = watchForTrouble(page)
  await page.goto(url + name, { waitUntil: 'networkidle' })
}

async function press(button: Locator) {
  await button.focus()
  await page.keyboard.press('Enter')
}
