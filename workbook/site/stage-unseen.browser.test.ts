import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { connect } from '../database/connect.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { makeState, type TestState } from '../testing/lease.ts'

// Scenes on a server that .env names, with an account that may not look into the performance schema.

let host: TestState
let checkout: Checkout
let browser: Browser
let url: string

beforeAll(async () => {
  host = await makeState()
  const { access } = await host.lease().ready
  const { host: MYSQL_HOST, port } = access.admin
  await using admin = await connect(access.admin)
  await admin.connection.query(`CREATE USER 'narrow'@'%' IDENTIFIED BY 'pass'`)
  for (const schemas of ['ai\\_chat\\_narrow', 'ai\\_chat\\_narrow\\_%'])
    await admin.connection.query(`GRANT ALL ON \`${schemas}\`.* TO 'narrow'@'%'`)
  checkout = await copyCheckout()
  const account = { MYSQL_HOST, MYSQL_PORT: String(port), MYSQL_USER: 'narrow' }
  const env = { ...account, MYSQL_PASSWORD: 'pass', MYSQL_DB: 'ai_chat_narrow' }
  const session = checkout.start(['start', '--no-open', '--port', '5753'], {
    env: { ...env, WORKBOOK_DATABASE: 'external' },
  })
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
  await host?.[Symbol.asyncDispose]()
})

test.each([
  {
    language: '',
    play: 'Play this scene',
    toEnd: 'To the end',
    hidden: 'does not let the workbook look',
  },
  {
    language: 'ru/',
    play: 'Сыграть сцену',
    toEnd: 'До конца',
    hidden: 'не показывает практикуму свои блокировки',
  },
])(
  'a deadlock plays to its end without the locks, and the page says so: $play',
  async ({ language, play, toEnd, hidden }) => {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    const trouble = watchForTrouble(page)
    await page.goto(`${url}${language}09-errors`)
    const scene = page.locator('.wb-scene', { has: page.locator('#deadlock') })
    await scene.getByRole('button', { name: play }).click()
    await scene.locator('.wb-stage-ground').getByText(hidden).waitFor()
    await scene.getByRole('button', { name: toEnd }).click()
    await scene.locator('.wb-stage-end').waitFor()
    expect(await scene.locator('.wb-stage-script').innerText()).toMatch(
      /deadlock|взаимная блокировка/i,
    )
    expect(await scene.locator('.wb-stage-index').count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    expect(trouble).toEqual([])
    await page.close()
  },
)
