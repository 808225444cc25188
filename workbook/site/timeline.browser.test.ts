import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import type { Language } from '../language/language.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

// The timeline of a real run of a wrong answer, on the real page of the real `npm start`.

const exercise = findExercise('cleanup/with-pooled')

let checkout: Checkout
let browser: Browser
let url: string
let page: Page
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  const session = checkout.start(['start', '--no-open', '--port', '5723'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
afterEach(() => page.context().close())

test.each([
  { language: 'en', width: 1280, colorScheme: 'light', name: 'Timeline', line: 'Line' },
  { language: 'ru', width: 390, colorScheme: 'dark', name: 'Ход времени', line: 'Строка' },
] as const)(
  'it is open after a failure and tells each statement by keyboard, $width pixels wide ($language)',
  { timeout: 300_000 },
  async ({ language, width, colorScheme, name, line }) => {
    await open(language, width, colorScheme)
    const lanes = page.getByRole('listbox', { name })
    await lanes.waitFor()
    const options = lanes.getByRole('option')
    const kinds = await options.evaluateAll((all) => all.map((one) => one.dataset.kind))
    expect(kinds).toEqual(expect.arrayContaining(['edge', 'statement', 'borrow']))
    await lanes.focus()
    const seen = [await toldOf(lanes)]
    while (seen.length < kinds.length && !seen.at(-1)!.includes(line)) {
      await page.keyboard.press('ArrowRight')
      if ((await toldOf(lanes)) === seen.at(-1)) {
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Home')
      }
      seen.push(await toldOf(lanes))
    }
    expect(new Set(seen).size).toBe(seen.length)
    // A line of the student's own file.
    expect(seen.at(-1)).toContain(line)
    await page.getByRole('button', { name: language === 'en' ? 'Zoom in' : 'Ближе' }).click()
    await expect
      .poll(() => lanes.evaluate((box) => box.scrollWidth > box.clientWidth * 1.5))
      .toBe(true)
    expect(await findBarriers(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(trouble).toEqual([])
  },
)

// --- internal ---

async function open(language: Language, width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  trouble = watchForTrouble(page)
  await page.goto(new URL(pageLink(exercise, language), url).href)
  await page.locator('.wb-state').first().waitFor()
  // The connection stays lent when the work throws: the second borrower waits in vain.
  await copyFile(
    path.join(exercise.mistakes, 'not-released.on-error.ts'),
    checkout.at(exercise.file),
  )
  await page
    .locator(`.wb-exercise[aria-labelledby="${exercise.name}"][data-state="failed"]`)
    .waitFor()
}

/** The description of the mark that has the focus. */
async function toldOf(lanes: Locator): Promise<string> {
  const active = await lanes.getAttribute('aria-activedescendant')
  const label = await page.locator(`[id="${active}"]`).getAttribute('aria-label')
  return `${active} ${label} ${await page.locator('.wb-timeline-detail').innerText()}`
}
