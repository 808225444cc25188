import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Language } from '../language/language.ts'
import { listExercises, pageLink } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import type { Evidence, Verdict } from '../verdict.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { startSite, type Site } from './site.ts'

// What the page draws of the evidence of a test.

const exercise = listExercises()[0]!
const markup = '<img src=x onerror="attacked = true">'

let browser: Browser
let site: Site
let page: Page
let trouble: string[]

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), startSite({ port: 5503 })])
  site.onHello(() => ({ verdicts: [failed()], progress: { exercises: {} } }))
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

test('a statement shows its connection, its values, its rows and its time', async () => {
  const sent = await openEvidence('en', 'What your code sent')
  const [, prepared, executed, , update] = await sent.locator('.wb-statements > li').all()
  expect(await figures(prepared!)).toEqual(['connection 1', '0.4 ms'])
  expect(await executed!.locator('code').allInnerTexts()).toEqual([
    'SELECT * FROM t WHERE a = ? AND b = ?',
    "'it\\'s ?'",
    'NULL',
  ])
  expect(await figures(executed!)).toEqual(['connection 1', '1 row', '1,235 ms'])
  expect(await figures(update!)).toEqual(['connection 2', '0 rows changed', '12 ms'])
  expect(trouble).toEqual([])
})

test('a statement that failed is marked, with the message as text and what it means', async () => {
  const sent = await openEvidence('en', 'What your code sent')
  const marked = sent.locator('li[data-failed]')
  expect(await marked.count()).toBe(1)
  const [message, meaning] = await marked.locator('.wb-statement-error p').allInnerTexts()
  expect(message).toBe(`Error 1146 (42S02): Table '${markup}' doesn't exist`)
  expect(meaning).toMatch(/^There is no table with this name/)
  expect(await sent.locator('summary').innerText()).toContain('1 failed')
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})

test('what the test itself sent is marked and not counted', async () => {
  const sent = await openEvidence('en', 'What your code sent')
  expect(await sent.locator('summary').innerText()).toContain('What your code sent (5)')
  const asked = sent.locator('li[data-by-test]')
  expect(await asked.locator('code').innerText()).toBe('SELECT @@autocommit')
  expect(await figures(asked)).toEqual(['test', 'connection 2', '1 row', '1 ms'])
  await sent.getByText('were sent by the test').waitFor()
})

test('a transaction is a bracket that ends where it ends, and is described in words too', async () => {
  const sql = ['START TRANSACTION', 'DELETE FROM t', 'CREATE TABLE u (a INT)', 'BEGIN', 'COMMIT']
  const statements = sql.map((one) => ({ thread: 7, command: 'Query', sql: one }))
  const verdict = failed()
  verdict.tests[0]!.evidence!.statements = statements
  const sent = await openEvidence('en', 'What your code sent')
  site.broadcast('workbook:verdict', verdict)
  const items = sent.locator('.wb-statements > li[data-transaction]')
  await expect.poll(() => items.count()).toBe(5)
  expect(await items.locator('.visually-hidden').allInnerTexts()).toEqual([
    'a transaction begins:',
    'in the transaction:',
    'the transaction ends:',
    'a transaction begins:',
    'the transaction ends:',
  ])
  expect(
    await items.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content)),
  ).toEqual(['""', 'none', '""', '""', '""'])
  expect(await figures(items.nth(2))).toEqual(['implicit COMMIT'])
  site.broadcast('workbook:verdict', failed())
})

test('a row that went along with a foreign key names its parent', async () => {
  const changed = await openEvidence('en', 'What changed')
  const labels = changed.locator('tbody th[scope="row"]')
  expect(await labels.allInnerTexts()).toEqual([
    'removed',
    'removed\nalong with conversations 3',
    'before',
    'after\nalong with conversations 3',
  ])
})

test('the evidence speaks Russian on the Russian page, its numbers too', async () => {
  const sent = await openEvidence('ru', 'Что отправил ваш код')
  const [, prepared, executed, , update] = await sent.locator('.wb-statements > li').all()
  expect(await figures(prepared!)).toEqual(['соединение 1', '0,4 мс'])
  expect((await figures(executed!))[1]).toBe('1 строка')
  expect((await figures(update!))[1]).toBe('изменено 0 строк')
  expect(await sent.locator('.wb-statement-error').innerText()).toContain('Таблицы с таким именем')
  const changed = await openEvidence('ru', 'Что изменилось')
  await changed.getByText('вслед за conversations 3').first().waitFor()
})

test('on a phone the evidence stays within the page', async () => {
  await page.setViewportSize({ width: 360, height: 800 })
  await openEvidence('en', 'What changed')
  await openEvidence('en', 'What your code sent')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
})

// --- internal ---

/** The open part of the failing test's evidence that this summary names. */
async function openEvidence(language: Language, summary: string): Promise<Locator> {
  const url = new URL(pageLink(exercise, language), site.url).href
  if (page.url() !== url) await page.goto(url)
  const details = page
    .locator(`.wb-exercise[aria-labelledby="${exercise.name}"] details.wb-evidence`)
    .filter({ hasText: summary })
  await details.locator('summary').click()
  return details
}

function figures(statement: Locator): Promise<string[]> {
  return statement.locator(':scope > small > span').allInnerTexts()
}

function failed(): Verdict {
  const [title] = exerciseText(exercise, 'en').checks
  const failure = { finding: { key: 'status.failed', params: {} } } as const
  return {
    exercise: exercise.id,
    status: 'failed',
    tests: [{ title: title!, status: 'failed', duration: 3, failure, evidence: evidence() }],
    duration: 120,
    seed: 1,
    at: new Date().toISOString(),
  }
}

function evidence(): Evidence {
  const template = 'SELECT * FROM t WHERE a = ? AND b = ?'
  const error = { errno: 1146, sqlState: '42S02', message: `Table '${markup}' doesn't exist` }
  const parent = { table: 'conversations', key: { id: 3 } }
  return {
    schema: 'workbook_test',
    statements: [
      { thread: 7, command: 'Connect', sql: 'student@127.0.0.1 on s using TCP/IP' },
      { thread: 7, command: 'Prepare', sql: template, outcome: { milliseconds: 0.4 } },
      {
        thread: 7,
        command: 'Execute',
        sql: "SELECT * FROM t WHERE a = 'it\\'s ?' AND b = NULL",
        outcome: { milliseconds: 1234.6, returned: 1 },
      },
      {
        thread: 8,
        command: 'Query',
        sql: `SELECT '${markup}'`,
        outcome: { milliseconds: 0.07, error },
      },
      {
        thread: 8,
        command: 'Query',
        sql: 'UPDATE t SET a = 1',
        outcome: { milliseconds: 12.3, changed: 0 },
      },
      {
        thread: 8,
        command: 'Query',
        sql: 'SELECT @@autocommit',
        byTest: true,
        outcome: { milliseconds: 1, returned: 1 },
      },
    ],
    changes: [
      { table: 'conversations', added: [], removed: [{ id: 3, title: 'a' }], changed: [] },
      {
        table: 'messages',
        added: [],
        removed: [{ id: 8, conversation_id: 3 }],
        changed: [
          { before: { id: 9, conversation_id: 3 }, after: { id: 9, conversation_id: null } },
        ],
        cascades: [
          { kind: 'removed', index: 0, parent },
          { kind: 'changed', index: 0, parent },
        ],
      },
    ],
  }
}
