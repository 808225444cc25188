import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listExercises, pageLink } from '../content/lessons.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { sharedSite, type BuiltSite } from '../testing/built-site.ts'
import { launchChromium } from '../testing/chromium.ts'

const exercise = listExercises()[0]!
const wide = { width: 1280, height: 900 }
const phone = { width: 360, height: 740 }

let browser: Browser
let site: BuiltSite

beforeAll(async () => {
  ;[site, browser] = await Promise.all([sharedSite(inject('site')), launchChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

// Both sizes and both colour schemes, in two pairs rather than four: what a page shows differs by size, its colours by scheme.
for (const look of [
  { viewport: wide, colorScheme: 'light' },
  { viewport: phone, colorScheme: 'dark' },
] as const) {
  test(
    `axe finds nothing on any page, ${look.colorScheme}, ${look.viewport.width} pixels wide`,
    { timeout: 1_800_000 },
    async () => {
      const found: Record<string, string[]> = {}
      const links = site.pages.values()
      // Each tab has its process, and waits a good deal.
      const inTab = async () => {
        const page = await browser.newPage({ ...look, reducedMotion: 'reduce' })
        for (const link of links) {
          await page.goto(site.url + link, { waitUntil: 'networkidle' })
          const barriers = await findBarriers(page)
          if (barriers.length > 0) found[link] = barriers
        }
        await page.close()
      }
      await Promise.all([inTab(), inTab()])
      expect(site.pages.length).toBeGreaterThan(20)
      expect(found).toEqual({})
    },
  )
}

test('axe finds nothing with hints, solution and the list of shortcuts open', async () => {
  const page = await open(pageLink(exercise, 'en'))
  for (const fold of await page.locator('.wb-fold').all())
    await fold.evaluate((details) => details.setAttribute('open', ''))
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('?')
  await page.locator('.wb-shortcuts[open]').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.close()
})

test('the skip link, the bar and the sidebar are walked by Tab, and every stop is seen', async () => {
  const page = await open(pageLink(exercise, 'en').replace(/#.*/, ''))
  const stops = await walk(page, (stop) => stop.inside === '.VPContent')
  expect(stops[0]).toMatchObject({ text: 'Skip to content', seen: true })
  expect(stops.filter(({ seen }) => !seen)).toEqual([])
  for (const part of ['.VPNavBar', '.VPSidebar', '.VPContent'])
    expect(stops.map(({ inside }) => inside)).toContain(part)
  await page.close()
})

test('the skip link leads to the text', async () => {
  const page = await open(pageLink(exercise, 'en').replace(/#.*/, ''))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const { inside } = await walk(page, () => true).then((stops) => stops[0]!)
  expect(inside).toBe('.VPContent')
  await page.close()
})

test('an exercise is unfolded and a question answered without a mouse', async () => {
  const page = await open(pageLink(exercise, 'en').replace(/#.*/, ''))
  const fold = page.locator('.wb-exercise .wb-hint').first()
  await walk(page, ({ tag, inside }) => tag === 'SUMMARY' && inside === '.VPContent')
  await page.keyboard.press('Enter')
  expect(await fold.getAttribute('open')).not.toBeNull()
  await walk(page, ({ tag }) => tag === 'INPUT')
  await page.keyboard.press('Space')
  await walk(page, ({ text }) => text === 'Answer')
  await page.keyboard.press('Enter')
  await page.locator('.wb-quiz-verdict:visible').first().waitFor()
  await page.close()
})

// --- internal ---

interface Stop {
  tag: string
  text: string
  /** Which part of the page it is in. */
  inside: string | undefined
  /** Is it in the window, and marked as having the focus? */
  seen: boolean
}

async function open(link: string): Promise<Page> {
  const page = await browser.newPage({ viewport: wide, reducedMotion: 'reduce' })
  await page.goto(site.url + link, { waitUntil: 'networkidle' })
  return page
}

/** Presses Tab until a stop is the one that is looked for. */
async function walk(page: Page, isLast: (stop: Stop) => boolean): Promise<Stop[]> {
  const stops: Stop[] = []
  while (stops.length < 400) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(describeFocus)
    stops.push(stop)
    if (isLast(stop)) return stops
  }
  throw new Error(
    `Tab never came there. It stopped at:\n${stops.map(({ text }) => text).join('\n')}`,
  )
}

function describeFocus(): Stop {
  const focused = document.activeElement as HTMLElement
  const { top, bottom, width } = focused.getBoundingClientRect()
  const { outlineStyle } = getComputedStyle(focused)
  const parts = ['.VPNavBar', '.VPSidebar', '.VPContent']
  return {
    tag: focused.tagName,
    text: focused.innerText.trim(),
    inside: parts.find((part) => focused.closest(part)),
    seen: bottom > 0 && top < innerHeight && width > 0 && outlineStyle !== 'none',
  }
}
