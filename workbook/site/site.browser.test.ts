import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listExercises, pageLink } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import type { TestVerdict, Verdict } from '../verdict.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { startSite, type Site } from './site.ts'

/** A real exercise with several checks and its own known mistake. */
const exercise = listExercises().find((one) => {
  const text = exerciseText(one, 'en')
  return text.checks.length > 1 && text.mistakes.length > 0
})!
const english = exerciseText(exercise, 'en')
const russian = exerciseText(exercise, 'ru')
const panel = `.wb-exercise[aria-labelledby="${exercise.name}"]`

let browser: Browser
let site: Site
let page: Page
let trouble: string[]

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), startSite({ port: 5483 })])
  site.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  trouble = watchForTrouble(page)
})
afterEach(() => page.close())

test('the panel follows a verdict from checking to wrong to right, without a reload', async () => {
  await open(pageLink(exercise, 'en'))
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
  site.broadcast('workbook:running', { exercise: exercise.id })
  await page.locator(`${panel}[data-state="checking"]`).waitFor()
  site.broadcast('workbook:verdict', failed())
  await page.locator(`${panel}[data-state="failed"]`).waitFor()
  expect(await sign()).toBe('"✕"')
  expect(await states()).toEqual(['failed', ...english.checks.slice(1).map(() => 'passed')])
  site.broadcast('workbook:verdict', passed())
  await page.locator(`${panel}[data-state="passed"]`).waitFor()
  expect(await sign()).toBe('"✓"')
  expect(await states()).toEqual(english.checks.map(() => 'passed'))
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
  expect(trouble).toEqual([])
})

test('a failing test is opened: rows, the named mistake, and what was sent', async () => {
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', failed())
  const found = page.locator(`${panel} .wb-found`)
  await found.locator('tr[data-state="missing"]').waitFor()
  expect(await found.locator('tr[data-state="extra"]').count()).toBe(1)
  expect(await found.locator('.wb-known h4').innerText()).toBe(
    english.mistakes[0]!.title.replaceAll('`', ''),
  )
  await found.getByText('What your code sent').click()
  expect(await found.locator('.wb-statements li').count()).toBe(3)
  await found.getByText('What changed').click()
  const changed = found.locator('tr[data-change="after"] td[data-differs]')
  expect(await changed.innerText()).toBe('b')
  expect(await changed.evaluate((cell) => getComputedStyle(cell).boxShadow)).toContain('inset')
  expect(trouble).toEqual([])
})

test('with many rows, those that differ are shown before those that are the same', async () => {
  const all = Array.from({ length: 100 }, (_row, index) => ({ id: index }))
  const verdict = failed()
  Object.assign(verdict.tests[0]!.failure!, {
    expected: all,
    seen: [...all.slice(0, 99), { id: 'x' }],
  })
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', verdict)
  const found = page.locator(`${panel} .wb-found`)
  await found.locator('tr[data-state="missing"]', { hasText: '99' }).waitFor()
  expect(await found.locator('tr[data-state="extra"]').innerText()).toContain('x')
  expect(await found.locator('tr[data-state="same"]').count()).toBe(38)
  await found.getByText('and 61 more').waitFor()
})

test('a known mistake is explained again after a visit to other pages', async () => {
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', failed())
  const known = page.locator(`${panel} .wb-known h4`)
  await known.waitFor()
  await page.locator('.VPNavBarTitle a').click()
  await page.locator('.wb-lessons').waitFor()
  await page.goBack()
  await known.waitFor()
  await page.locator('.VPNavBar button[aria-label="Change language"]').hover()
  await page.locator('.VPNavBar a[lang="ru"]').click()
  await known.getByText(russian.mistakes[0]!.title.replaceAll('`', '')).waitFor()
  expect(trouble).toEqual([])
})

test('a server that stays away ends the check that waited for it', async () => {
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', failed())
  site.broadcast('workbook:running', { exercise: exercise.id })
  await page.locator(`${panel}[data-state="checking"]`).waitFor()
  site.broadcast('workbook:server', { state: 'down' })
  await page.locator(`${panel}[data-state="failed"]`).waitFor()
  await page.locator(`${panel} [data-lost]`, { hasText: 'The MySQL server is down.' }).waitFor()
  const readOut = page.getByRole('status').filter({ hasText: 'The MySQL server is down.' })
  expect(await readOut.count()).toBe(1)
  site.broadcast('workbook:server', { state: 'ready' })
})

test('what was solved in an earlier session is solved, though its tests are not known', async () => {
  const solved = { status: 'passed', attempts: 1, hintsShown: 0, solutionAsked: false } as const
  site.onHello(() => ({ verdicts: [], progress: { exercises: { [exercise.id]: solved } } }))
  await open(pageLink(exercise, 'en'))
  await page.locator(`${panel}[data-state="passed"]`).waitFor()
  expect(await sign()).toBe('"✓"')
  expect(await states()).toEqual(english.checks.map(() => null))
  site.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
})

test('axe finds nothing on a page with a failed verdict, light and dark, wide and on a phone', async () => {
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', failed())
  await page.locator(`${panel} .wb-known`).waitFor()
  await page.locator('summary', { hasText: 'What your code sent' }).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      expect(await findBarriers(page), `${colorScheme} ${width}`).toEqual([])
    }
  }
})

test('rows that contain markup are shown as text', async () => {
  await open(pageLink(exercise, 'en'))
  site.broadcast('workbook:verdict', failed())
  await page.locator(`${panel} tr[data-state="extra"]`).getByText(markup).waitFor()
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})

test('the same verdict speaks Russian on the Russian page', async () => {
  await open(pageLink(exercise, 'ru'))
  site.broadcast('workbook:verdict', failed())
  const found = page.locator(`${panel} .wb-found`)
  await found.getByText('пока неверно').waitFor()
  expect(await found.locator('.wb-known h4').innerText()).toBe(
    russian.mistakes[0]!.title.replaceAll('`', ''),
  )
  expect(await states()).toEqual(['failed', ...english.checks.slice(1).map(() => 'passed')])
})

test('a verdict is drawn in the frame in which it comes', async () => {
  await page.addInitScript(countFrames)
  await open(pageLink(exercise, 'en'))
  // The first verdict brings the code that draws its details.
  for (const verdict of [failed(), passed(), failed()]) {
    site.broadcast('workbook:verdict', verdict)
    await page.locator(`${panel}[data-state="${verdict.status}"]`).waitFor()
  }
  const frames = await page.evaluate(() => (globalThis as unknown as FrameCounts).frames)
  expect(frames.came).toHaveLength(3)
  frames.drawn.forEach((frame, index) => {
    expect(frame - frames.came[index]!).toBeLessThanOrEqual(1)
  })
  expect(frames.drawn).toHaveLength(3)
})

test('what a reader looks at stays where it is when a verdict comes in above', async () => {
  await open(pageLink(exercise, 'en'))
  const below = page.locator(`${panel} ~ *`).first()
  await below.evaluate((element) =>
    scrollTo({ top: element.getBoundingClientRect().top + scrollY - 80, behavior: 'instant' }),
  )
  const before = await atRest(below)
  site.broadcast('workbook:verdict', failed())
  await page.locator(`${panel} .wb-found`).waitFor({ state: 'attached' })
  expect(Math.abs((await atRest(below)) - before)).toBeLessThan(2)
})

test('a page that comes late gets the snapshot', async () => {
  site.onHello(() => ({ verdicts: [failed()], progress: { exercises: {} } }))
  await open(pageLink(exercise, 'en'))
  await page.locator(`${panel}[data-state="failed"]`).waitFor()
  site.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
})

test('the home page shows progress and the next step', async () => {
  await open('/')
  await page.getByText(`0 of ${listExercises().length} exercises solved`).waitFor()
  site.broadcast('workbook:verdict', passed())
  await page.getByText(`1 of ${listExercises().length} exercises solved`).waitFor()
  expect(trouble).toEqual([])
})

test('switching the language keeps the place', async () => {
  await open(pageLink(exercise, 'en').replace(/#.*/, ''))
  const heading = page.locator(`h3[id="${exercise.name}"]`)
  await heading.evaluate((element) =>
    scrollTo({ top: element.getBoundingClientRect().top + scrollY - 150, behavior: 'instant' }),
  )
  await atRest(heading)
  await page.locator('.VPNavBar button[aria-label="Change language"]').hover()
  await page.locator('.VPNavBar a[lang="ru"]').click()
  await page
    .locator(`h3[id="${exercise.name}"]`, { hasText: russian.title.replaceAll('`', '') })
    .waitFor()
  await expect
    .poll(async () =>
      Math.round((await page.locator(`h3[id="${exercise.name}"]`).boundingBox())!.y),
    )
    .toBeCloseTo(150, -1)
  expect(new URL(page.url()).pathname.startsWith('/ru/')).toBe(true)
})

test('a workbook that goes away is shown, and the page recovers when it is back', async () => {
  const other = await startSite({ port: 5493 })
  other.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
  await page.goto(new URL(pageLink(exercise, 'en'), other.url).href)
  await page.locator(`${panel} .wb-state`).waitFor()
  await other.close()
  await page.locator(`${panel} [data-lost]`, { hasText: 'npm start' }).waitFor()
  await using again = await startSite({ port: Number(new URL(other.url).port) })
  expect(again.url).toBe(other.url)
  again.onHello(() => ({ verdicts: [passed()], progress: { exercises: {} } }))
  await page.locator(`${panel}[data-state="passed"]`).waitFor()
})

// --- internal ---

interface FrameCounts {
  /** Numbers of the frames in which verdicts came, and in which panels changed their state. */
  frames: { now: number; came: number[]; drawn: number[] }
}

/** Runs in the page, before its own scripts. */
function countFrames(): void {
  const frames: FrameCounts['frames'] = { now: 0, came: [], drawn: [] }
  Object.assign(globalThis, { frames })
  const count = () => {
    frames.now++
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        if (String(data).includes('"workbook:verdict"')) frames.came.push(frames.now)
      })
    }
  }
  new MutationObserver((changes) => {
    const states = changes.map(({ target }) => (target as HTMLElement).dataset.state ?? '')
    if (states.some((state) => ['passed', 'failed'].includes(state))) frames.drawn.push(frames.now)
  }).observe(document, { subtree: true, attributeFilter: ['data-state'] })
}

const markup = '<img src=x onerror="attacked = true">'

async function open(link: string): Promise<void> {
  await page.goto(new URL(link, site.url).href)
  if (link.includes('#')) await page.locator(`${panel} .wb-state`).waitFor()
  else await page.locator('.vp-doc h1').waitFor()
}

/** How far below the top of the window it is, once it has not moved for twenty frames. */
function atRest(locator: Locator): Promise<number> {
  return locator.evaluate(async (element) => {
    const look = () => element.getBoundingClientRect().y
    for (let last = look(), still = 0; ;) {
      await new Promise(requestAnimationFrame)
      still = look() === last ? still + 1 : 0
      last = look()
      if (still === 20) return last
    }
  })
}

/** What comes before the state in the panel's head. */
function sign(): Promise<string> {
  return page
    .locator(`${panel} .wb-state`)
    .evaluate((state) => getComputedStyle(state, '::before').content)
}

function states(): Promise<(string | null)[]> {
  return page
    .locator(`${panel} .wb-mark`)
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-status')))
}

function passed(): Verdict {
  const tests = english.checks.map((title): TestVerdict => ({
    title,
    status: 'passed',
    duration: 3,
  }))
  return {
    exercise: exercise.id,
    status: 'passed',
    tests,
    duration: 120,
    seed: 1,
    at: new Date().toISOString(),
  }
}

/** The first test fails, with everything that a verdict can contain. */
function failed(): Verdict {
  const [first, ...others] = passed().tests
  const statements = ['START TRANSACTION', `INSERT INTO t VALUES ('${markup}')`, 'COMMIT']
  const failing: TestVerdict = {
    ...first!,
    status: 'failed',
    failure: {
      finding: { key: 'status.failed', params: {} },
      mistake: english.mistakes[0]!.id,
      expected: [{ id: 1 }, { id: 2 }],
      seen: [{ id: 1 }, { id: markup }],
    },
    evidence: {
      schema: 'workbook_test',
      statements: statements.map((sql) => ({ thread: 7, command: 'Query', sql })),
      changes: [
        {
          table: 't',
          added: [],
          removed: [],
          changed: [{ before: { id: 1, v: 'a' }, after: { id: 1, v: 'b' } }],
        },
      ],
    },
  }
  return { ...passed(), status: 'failed', tests: [failing, ...others] }
}
