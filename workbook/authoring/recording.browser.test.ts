import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readRecorded, type Recorded } from '../content/recordings.ts'
import { languages } from '../language/language.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { sharedSite, type BuiltSite } from '../testing/built-site.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { recordRun } from './recording.ts'

// The home page's recorded run: is it what the page shows today, and how it plays on the built site.

let browser: Browser
let site: BuiltSite

beforeAll(async () => {
  ;[site, browser] = await Promise.all([sharedSite(inject('site')), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

test('the page still shows what was recorded; otherwise `npm run record` records it again', async () => {
  const now = await recordRun(browser, 5763)
  for (const language of languages)
    expect(timeless(now[language]), 'Run `npm run record`.').toEqual(
      timeless(readRecorded(language)!),
    )
})

test.each([
  { link: '/', width: 1280, colorScheme: 'light', play: 'Play', stop: 'Stop', step: 'Step 1 of 4' },
  {
    link: '/ru/',
    width: 390,
    colorScheme: 'dark',
    play: 'Показать',
    stop: 'Остановить',
    step: 'Шаг 1 из 4',
  },
] as const)(
  'it plays to its end, and nothing moves around it: $link, $width pixels wide',
  async ({ link, width, colorScheme, play, stop, step }) => {
    await using home = await openHome(link, { width, colorScheme })
    const { page, trouble } = home
    await page.getByRole('button', { name: stop }).waitFor()
    const heading = page.locator('.vp-doc h2').first()
    const placeOf = () =>
      heading.evaluate((one) => Math.round(one.getBoundingClientRect().top + scrollY))
    const place = await placeOf()
    // It ends with what is right, and stays there.
    await page.locator('.wb-recording li:last-child[data-shown]').waitFor()
    await page.getByRole('button', { name: play }).waitFor()
    expect(await page.getByRole('img').count()).toBe(1)
    expect(await page.locator('.wb-recording [data-shown] .wb-state').innerText()).toMatch(/./)
    expect(await placeOf()).toBe(place)
    await page.getByRole('button', { name: step }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.wb-recording li:first-child[data-shown]').waitFor()
    expect(await placeOf()).toBe(place)
    expect(await findBarriers(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    // Nothing in the picture can be reached.
    expect(await page.locator('.wb-recorded :is(a, button):focus-visible').count()).toBe(0)
    expect(trouble).toEqual([])
  },
)

test('it stands still for those who want no motion, at the mistake that is named', async () => {
  await using home = await openHome('/', { width: 1280, reducedMotion: 'reduce' })
  const { page } = home
  await page.getByRole('button', { name: 'Play' }).waitFor()
  await page.locator('.wb-recording').scrollIntoViewIfNeeded()
  await page.locator('.wb-recording [data-shown] .wb-known').waitFor()
  expect(await page.getByRole('button', { name: 'Step 2 of 4' }).getAttribute('aria-current')).toBe(
    'step',
  )
})

test('without scripts the mistake is shown, too', async () => {
  await using home = await openHome('/ru/', { width: 390, javaScriptEnabled: false })
  await home.page.locator('.wb-recording [data-shown] .wb-known').waitFor()
  expect(await home.page.locator('.wb-recorded:visible').count()).toBe(1)
})

// --- internal ---

interface Home extends AsyncDisposable {
  page: Page
  trouble: string[]
}

async function openHome(
  link: string,
  {
    width,
    ...options
  }: {
    width: number
    colorScheme?: 'light' | 'dark'
    reducedMotion?: 'reduce'
    javaScriptEnabled?: false
  },
): Promise<Home> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options })
  const page = await context.newPage()
  const trouble = watchForTrouble(page)
  await page.goto(site.url + link, { waitUntil: 'networkidle' })
  return { page, trouble, [Symbol.asyncDispose]: () => context.close() }
}

/** How long statements took differs each time. */
function timeless(recorded: Recorded): string[] {
  return Object.values(recorded).map((html) => html.replaceAll(/[\d.,]+ (ms|мс)/g, '… $1'))
}
