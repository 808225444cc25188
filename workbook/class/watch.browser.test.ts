import type { ChildProcess } from 'node:child_process'
import type { RowDataPacket } from 'mysql2/promise'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { listExercises } from '../content/lessons.ts'
import { connect } from '../database/connect.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { until } from '../testing/lease.ts'
import { ask } from '../testing/raw-request.ts'

// The page of `class -- watch` as a teacher has it open through a lesson.

const markup = '<img src=x onerror="attacked = true">'
const [first, second] = listExercises()

let server: ClassServer
let session: ChildProcess
let complaints = ''
let browser: Browser
let page: Page
let trouble: string[]
let url: URL

beforeAll(async () => {
  server = await openClassServer()
  await server.create(`login,name\nann,"${markup.replaceAll('"', '""')}"\nbob,Bob\n`)
  session = server.teacher.start(['class', 'watch', '--no-open'], { env: server.env })
  session.stderr!.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  url = new URL((await nextLine(session, /The class is at (http:\S+)/))[1]!)
  browser = await launchChromium()
  page = await browser.newPage()
  trouble = watchForTrouble(page)
  await page.goto(url.href)
})
afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

test('it lists the class, and names are text', async () => {
  await row('Bob').waitFor()
  expect(await row(markup).locator('td').nth(1).textContent()).toBe(`0 / ${listExercises().length}`)
  expect(await page.evaluate('globalThis.attacked')).toBeUndefined()
})

test('what is sent appears by itself, and five failures in a row are marked', async () => {
  await send('ann', [{ exercise: first!.id, status: 'passed', failures: 0 }])
  await cell(markup, 1, `1 / ${listExercises().length}`)
  expect(await row(markup).getAttribute('data-stuck')).toBeNull()
  await send('bob', [{ exercise: second!.id, status: 'failed', failures: 5 }])
  await cell('Bob', 6, second!.id)
  expect(await row('Bob').getAttribute('data-stuck')).toBe('')
  expect(await page.locator('#count').textContent()).toBe('Students who may need you: 1 of 2.')
})

test('it has no barriers and no trouble', async () => {
  expect(await findBarriers(page)).toEqual([])
  expect(trouble).toEqual([])
})

test('a server that was away is followed again, and no connection is left open', async () => {
  await server.admin.query("ALTER USER 'teacher'@'%' ACCOUNT LOCK")
  await until(() => complaints.includes('The class server does not answer'))
  await send('ann', [{ exercise: first!.id, status: 'passed', failures: 0, hintsShown: 7 }])
  await server.admin.query("ALTER USER 'teacher'@'%' ACCOUNT UNLOCK")
  await cell(markup, 4, '7')
  expect(complaints.match(/does not answer/g)).toHaveLength(1)
  const [open] = await server.admin.query<RowDataPacket[]>(
    "SELECT id FROM performance_schema.processlist WHERE user = 'teacher'",
  )
  expect(open.length).toBeLessThanOrEqual(1)
})

test('the page opens only with its key, and not under a foreign name', async () => {
  const port = Number(url.port)
  expect((await ask(port, '/')).status).toBe(404)
  expect((await ask(port, `/${'x'.repeat(24)}/events`)).status).toBe(404)
  expect((await ask(port, url.pathname)).status).toBe(200)
  expect((await ask(port, url.pathname, { Host: 'evil.example' })).status).toBe(403)
  expect((await ask(port, url.pathname, { Origin: 'http://evil.example' })).status).toBe(403)
})

test('Ctrl-C ends it, with the page still open', async () => {
  const closed = new Promise((resolve) => session.once('close', resolve))
  session.kill('SIGINT')
  expect(await closed).toBe(0)
})

// --- internal ---

function row(name: string) {
  return page.locator('tbody tr').filter({ has: page.getByText(name, { exact: true }) })
}

async function cell(name: string, index: number, text: string): Promise<void> {
  await row(name).locator('td').nth(index).filter({ hasText: text }).waitFor()
}

async function send(login: string, exercises: object[]): Promise<void> {
  const sent = exercises.map((one) => ({
    attempts: 5,
    hintsShown: 0,
    solutionAsked: false,
    lastCheckedAt: new Date().toISOString(),
    ...one,
  }))
  await using student = await connect(server.accountOf(login))
  await student.connection.query('CALL ai_chat_class.send_progress(?)', [JSON.stringify(sent)])
}
