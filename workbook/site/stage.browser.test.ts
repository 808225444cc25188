import type { Browser, Locator, Page } from 'playwright-core'
import type { RowDataPacket } from 'mysql2'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { connect } from '../database/connect.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

// Scenes on the real page of the real `npm start`, with the real server, by keyboard alone.

let checkout: Checkout
let browser: Browser
let url: string
let page: Page
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  const session = checkout.start(['start', '--no-open', '--port', '5713'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
afterEach(() => page.context().close())

test('before a scene is played the page loads nothing of the stage', async () => {
  await open('09-errors', { width: 1280 })
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(scripts.filter((name) => /StagePlayer|StageScript/.test(name))).toEqual([])
})

test.each([
  {
    language: '',
    width: 1280,
    colorScheme: 'light',
    play: 'Play this scene',
    deadlock: 'a deadlock',
  },
  {
    language: 'ru/',
    width: 390,
    colorScheme: 'dark',
    play: 'Сыграть сцену',
    deadlock: 'взаимная блокировка',
  },
] as const)(
  'a deadlock is played by keyboard, $width pixels wide, $colorScheme ($language)',
  // Axe runs twice over a long page.
  { timeout: 300_000 },
  async ({ language, width, colorScheme, play, deadlock }) => {
    await open(`${language}09-errors`, { width, colorScheme })
    const scene = sceneOf('deadlock')
    await scene.getByRole('button', { name: play }).focus()
    await page.keyboard.press('Enter')
    await scene.locator('.wb-stage-script li').first().waitFor()
    for (const sent of [1, 2, 3, 4, 5]) await pressed(scene, 'n', sent)
    await scene.locator('li[data-state="waiting"]').waitFor()
    expect(await findBarriers(page)).toEqual([])
    // The guess that is right.
    await scene.locator('.wb-stage-ask').getByRole('button', { name: deadlock }).focus()
    await page.keyboard.press('Enter')
    await scene.locator('.wb-stage-deadlock').waitFor()
    expect(await scene.locator('.wb-stage-guess').getAttribute('data-right')).toBe('true')
    await pressed(scene, 'b', 7)
    await pressed(scene, 'a', 8)
    await scene.locator('.wb-stage-end').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(trouble).toEqual([])
  },
)

test('another level starts the scene over and shows another answer', async () => {
  await open('06-connection', { width: 1280 })
  const scene = sceneOf('dirty-read')
  await scene.getByRole('button', { name: 'Play this scene' }).click()
  for (const [level, answer] of [
    ['READ UNCOMMITTED', '20'],
    ['READ COMMITTED', '100'],
    ['SERIALIZABLE', '100'],
  ] as const) {
    await scene.getByLabel('Isolation level').selectOption(level)
    await expect.poll(() => sentOf(scene), { timeout: 20_000 }).toBe(0)
    await scene.locator('.wb-stage[aria-busy="false"]').waitFor()
    await scene.getByRole('button', { name: 'To the end' }).click()
    await scene.locator('.wb-stage-end').waitFor()
    expect(await scene.locator('.wb-stage-script li:nth-child(4) td').innerText()).toBe(answer)
  }
  expect(trouble).toEqual([])
})

test('a statement is dragged to another place, and is sent there; within its session it stays in turn', async () => {
  await open('06-connection', { width: 1280 })
  const scene = sceneOf('lost-update')
  await scene.getByRole('button', { name: 'Play this scene' }).click()
  await scene.locator('.wb-stage-script li').first().waitFor()
  const said = await orderOf(scene)
  // B's first statement before all of A's.
  await drag(scene, 1, 0)
  await expect.poll(() => orderOf(scene)).toEqual([said[1], said[0], ...said.slice(2)])
  // A's last SELECT can't come before A begins.
  await drag(scene, said.length - 1, 1)
  expect(await orderOf(scene)).toEqual([said[1], said[0], ...said.slice(2)])
  await scene.locator('.wb-stage').focus()
  await pressed(scene, 'n', 1)
  const first = scene.locator('.wb-stage-script > li').first()
  expect(await first.getAttribute('data-session')).toBe('B')
  expect(await first.getAttribute('data-state')).toBe('done')
  // What is sent stays where it is.
  await drag(scene, 0, 3)
  expect((await orderOf(scene))[0]).toBe(said[1])
  // The order stays for another round, to the end of which it is played.
  await scene.getByRole('button', { name: 'From the start' }).click()
  await expect.poll(() => sentOf(scene), { timeout: 20_000 }).toBe(0)
  expect((await orderOf(scene)).slice(0, 2)).toEqual([said[1], said[0]])
  await scene.locator('.wb-stage[aria-busy="false"]').waitFor()
  await scene.getByRole('button', { name: 'To the end' }).click()
  await scene.locator('.wb-stage-end').waitFor()
  expect(trouble).toEqual([])
})

test.each([
  ['', 'Play this scene', 'Send this next (B)'],
  ['ru/', 'Сыграть сцену', 'Отправить следующим (B)'],
])(
  'another order by keyboard alone: a key of a session, or a button (%s)',
  async (language, play, now) => {
    await open(`${language}06-connection`, { width: 390 })
    const scene = sceneOf('lost-update')
    await scene.getByRole('button', { name: play }).focus()
    await page.keyboard.press('Enter')
    await scene.locator('.wb-stage-script li').first().waitFor()
    const said = await orderOf(scene)
    await pressed(scene, 'b', 1)
    await scene.getByRole('button', { name: now }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => sentOf(scene), { timeout: 20_000 }).toBe(2)
    expect(await orderOf(scene)).toEqual([said[1], said[3], said[0], said[2], ...said.slice(4)])
    // The keyboard's place is still within the scene.
    await scene.locator('.wb-stage[aria-busy="false"]').waitFor()
    await pressed(scene, 'a', 3)
    expect(trouble).toEqual([])
  },
)

test('a page that is closed in the middle of a scene leaves no schema and no connection', async () => {
  await open('09-errors', { width: 1280 })
  const scene = sceneOf('ddl-waits')
  await scene.getByRole('button', { name: 'Play this scene' }).click()
  await scene.locator('.wb-stage-script li').first().waitFor()
  for (const sent of [1, 2, 3]) await pressed(scene, 'n', sent)
  await scene.locator('li[data-state="waiting"]').waitFor()
  expect(await schemas()).toHaveLength(1)
  await page.close()
  await expect.poll(schemas, { timeout: 30_000 }).toEqual([])
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

function sceneOf(name: string) {
  return page.locator('.wb-scene', { has: page.locator(`#${name}`) })
}

/** Presses a key and waits until so many statements have been sent. */
async function pressed(scene: Locator, key: string, sent: number) {
  await page.keyboard.press(key)
  await expect.poll(() => sentOf(scene), { timeout: 20_000 }).toBe(sent)
  await scene.locator('.wb-stage[aria-busy="false"]').waitFor()
}

function sentOf(scene: Locator): Promise<number> {
  return scene.locator('.wb-stage-script > li:not([data-state="ready"])').count()
}

/** The statements, as they stand. */
function orderOf(scene: Locator): Promise<string[]> {
  return scene.locator('.wb-stage-script .wb-stage-sql').allInnerTexts()
}

/** Takes a statement with the mouse and drops it on another. */
async function drag(scene: Locator, from: number, onto: number) {
  const steps = scene.locator('.wb-stage-script .wb-stage-sql')
  await steps.nth(from).hover()
  await page.mouse.down()
  // A drag begins with a move, and a place is one only after another.
  await steps.nth(onto).hover()
  await steps.nth(onto).hover({ position: { x: 5, y: 5 } })
  await page.mouse.up()
}

/** The schemas of scenes that the server has. */
async function schemas(): Promise<string[]> {
  const { stdout } = await checkout.run(['db', 'status', '--show-password'])
  const port = Number(/port (\d+)/.exec(stdout)![1])
  const password = /password: (\S+)/i.exec(stdout)![1]!
  await using own = await connect({ host: '127.0.0.1', port, user: 'student', password })
  const [rows] = await own.connection.query<RowDataPacket[]>("SHOW SCHEMAS LIKE '%\\_scene%'")
  return rows.map((row) => String(Object.values(row)[0]))
}
