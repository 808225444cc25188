import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { rowLimit } from '../console/results.ts'
import { findExercise } from '../content/lessons.ts'
import type { Progress } from '../progress/types.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'

// The SQL console on the real page of the real `npm start`, with the real server.

let checkout: Checkout
let browser: Browser
let url: string
let page: Page
let panel: Locator
let trouble: string[]

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  const session = checkout.start(['start', '--no-open', '--port', '5703'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
beforeEach(() => open('03-shell', 1280))
afterEach(() => page.context().close())

test('closed, it is a bar that brings nothing of the editor, and the page ends above it', async () => {
  await open('03-shell', 1280, false)
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(scripts.filter((name) => /codemirror|ConsolePanel/.test(name))).toEqual([])
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  const [foot, bar] = [page.locator('.VPDocFooter'), page.locator('.wb-console')]
  await expect
    .poll(async () => bottomOf(await foot.boundingBox()))
    .toBeLessThanOrEqual((await bar.boundingBox())!.y)
})

test('statements run in order, and NULL, an empty string and the word NULL look different', async () => {
  await run("SELECT NULL AS a, '' AS b, 'NULL' AS c, x'00FF' AS d; SELECT 9007199254740993 AS big;")
  const cells = panel.locator('.wb-console-result').first().locator('tbody td')
  expect(await cells.allInnerTexts()).toEqual(['NULL', '', 'NULL', '0x00FF'])
  expect(await cells.locator('.wb-null').count()).toBe(1)
  expect(await panel.locator('.wb-console-result').nth(1).locator('td').innerText()).toBe(
    '9007199254740993',
  )
  expect(trouble).toEqual([])
})

test('rows and errors that contain markup are shown as text', async () => {
  const markup = '<img src=x onerror="globalThis.attacked = true">'
  await run(`SELECT '${markup}' AS \`${markup}\`; SELECT \`${markup}\`;`)
  await panel.locator('td', { hasText: markup }).waitFor()
  await panel.locator('th', { hasText: markup }).waitFor()
  await panel.locator('.wb-console-error', { hasText: markup }).waitFor()
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})

test('an error names its place, marks it in the editor, and says it in plain words', async () => {
  await run('SELECT 1;\nSELECT titel\nFROM conversations;\nSELECT 3;')
  const error = panel.locator('.wb-console-error')
  await error.getByText('ERROR 1054 (42S22)').waitFor()
  await error.getByText('There is no column with this name').waitFor()
  expect(await panel.locator('.cm-lintRange-error').innerText()).toBe('titel')
  await panel.getByText('The statement after it was not run.').waitFor()
  await error.getByRole('button', { name: 'Go to line 2, column 8' }).click()
  await page.keyboard.press('Control+Delete')
  await page.keyboard.type('title')
  await page.keyboard.press('Control+Enter')
  await panel.getByText('3 statements were run.').waitFor()
})

test('only the selection is run, and its error is where it is in the editor', async () => {
  await write('SELECT 1;\nSELECT titel FROM messages;')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Enter')
  await panel.getByRole('button', { name: 'Go to line 2, column 8' }).waitFor()
  expect(await panel.locator('.wb-console-result').count()).toBe(1)
})

test('a huge result shows its first rows, and a notice says so', async () => {
  const many = 'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000)'
  await run(`${many} SELECT a.i FROM n a JOIN n b LIMIT 200000;`)
  await panel.getByText(`The server sent 200000 rows; the first ${rowLimit} are shown.`).waitFor()
  expect(await panel.locator('tbody tr').count()).toBe(rowLimit)
})

test('cancel stops the server, the editor has the keyboard again, and a transaction stays open', async () => {
  await run('START TRANSACTION; SELECT SLEEP(600); SELECT 2;', false)
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await panel.getByText('Cancelled: the server has stopped it.').waitFor()
  await panel.getByText('transaction open').waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
  await page.reload()
  await openPanel()
  await panel.getByText('transaction open').waitFor()
  await run('ROLLBACK;')
  await panel.getByText('transaction open').waitFor({ state: 'hidden' })
  expect(trouble).toEqual([])
})

test('\\G shows a row vertically, and the button turns it back', async () => {
  await run('SELECT id, title FROM conversations WHERE id = 1\\G')
  const upright = panel.locator('.wb-upright')
  expect(await upright.locator('dd').allInnerTexts()).toEqual(['1', 'First steps with SQL'])
  await panel.getByRole('button', { name: 'Vertical' }).click()
  await panel.locator('table').waitFor()
  expect(await upright.count()).toBe(0)
})

test('what was run comes back with the arrow keys, after a reload too', async () => {
  await run('SELECT 1;')
  await run('SELECT 2;')
  await page.reload()
  await openPanel()
  await panel.locator('.cm-content').click()
  await page.keyboard.type('draft')
  await page.keyboard.press('Escape')
  const recalled: string[] = []
  for (const key of ['ArrowUp', 'Control+ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key)
    recalled.push(await panel.locator('.cm-content').innerText())
  }
  expect(recalled).toEqual(['SELECT 2;', 'SELECT 1;', 'SELECT 2;', 'draft'])
})

test('tables and columns are completed, those of a new table as well', async () => {
  await run('CREATE TABLE completed_here (peculiar_column INT);')
  await write('SELECT completed_here.pec')
  await page.keyboard.press('Control+Space')
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'peculiar_column' }).click()
  await panel.getByText('SELECT completed_here.peculiar_column').waitFor()
  await run('DROP TABLE completed_here;')
})

test('the tables are drawn with their foreign key, and described in words', async () => {
  await panel.getByRole('tab', { name: 'Tables' }).click()
  const picture = panel.locator('.wb-picture svg')
  await picture.waitFor()
  expect(await picture.getAttribute('aria-label')).toBe(
    'Tables and their foreign keys. messages.conversation_id refers to conversations.id',
  )
  expect(await picture.locator('.wb-link').count()).toBe(1)
  await panel.locator('.wb-schema-table summary', { hasText: 'messages' }).click()
  await panel.getByText('→ conversations.id').waitFor()
})

test('the practice database is created again after a question, and kept when the answer is no', async () => {
  await run("INSERT INTO conversations (title) VALUES ('mine');")
  await panel.getByRole('tab', { name: 'Tables' }).click()
  await panel.getByRole('button', { name: 'Reset the practice database' }).click()
  await panel.getByRole('button', { name: 'Keep it' }).click()
  await run("SELECT COUNT(*) AS n FROM conversations WHERE title = 'mine';")
  expect(await panel.locator('td').innerText()).toBe('1')
  await panel.getByRole('tab', { name: 'Tables' }).click()
  await panel.getByRole('button', { name: 'Reset the practice database' }).click()
  await panel.getByRole('button', { name: 'Reset it' }).click()
  await panel.getByText('The practice database is as it was at the beginning.').waitFor()
  await run('SELECT COUNT(*) AS n FROM conversations;')
  expect(await panel.locator('td').innerText()).toBe('4')
  expect(trouble).toEqual([])
})

test('all of it works by keyboard alone, and Escape and Tab lead out of the editor', async () => {
  await open('03-shell', 1280, false)
  await page.locator('.wb-console-bar').focus()
  await page.keyboard.press('Enter')
  await panel.locator('.cm-content:focus').waitFor()
  await page.keyboard.type('SELECT 1;')
  await page.keyboard.press('Tab')
  expect(await panel.locator('.cm-content:focus').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await panel.getByRole('button', { name: 'Run' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await panel.getByText('1 statement was run.').waitFor()
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab')
  await panel.getByRole('tab', { name: 'Result' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowRight')
  await panel.locator('.wb-picture').waitFor()
})

test('what is typed here completes steps of the tour, and what the console itself asks does not', async () => {
  await run('USE ai_chat_db\nDESCRIBE messages;')
  const steps = () => {
    const text = readFileSync(path.join(checkout.state, 'progress.json'), 'utf8')
    return (JSON.parse(text) as Progress).exercises[findExercise('shell/tour').id]?.steps
  }
  await expect.poll(steps).toContain('describes the columns of a table')
  expect(steps()).toContain('makes ai_chat_db the current database')
  expect(steps()).not.toContain('lists the tables of the database')
  expect(steps()).not.toContain('shows the CREATE TABLE of a table')
})

test('another place on the page opens it on a schema of the workbook, and on no other', async () => {
  await run('CREATE SCHEMA ai_chat_db_door;')
  await openDoor('ai_chat_db_door')
  await panel.getByText('The current database is now ai_chat_db_door.').waitFor()
  await run('DROP SCHEMA ai_chat_db_door;')
  await panel.getByText('no current database').waitFor()
  await openDoor('mysql')
  await panel.getByText('The database "mysql" does not belong to the workbook.').waitFor()
})

test('on the Russian page it speaks Russian, and fits a phone', async () => {
  await open('ru/03-shell', 360)
  await run('SELECT titel FROM conversations;')
  await panel.getByRole('button', { name: 'К строке 1, столбцу 8' }).waitFor()
  await panel.getByText('Выполнен 1 оператор.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(trouble).toEqual([])
})

// --- internal ---

async function open(link: string, width: number, opened = true): Promise<void> {
  await page?.context().close()
  page = await browser.newPage({ viewport: { width, height: 900 } })
  trouble = watchForTrouble(page)
  panel = page.locator('.wb-console')
  await page.goto(`${url}${link}`)
  await page.locator('.wb-console-bar').waitFor()
  if (opened) await openPanel()
}

async function openPanel(): Promise<void> {
  await page.locator('.wb-console-bar').click()
  await panel.locator('.cm-content').waitFor()
  await panel.locator('.wb-console-state').waitFor()
}

async function write(script: string): Promise<void> {
  await panel.locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(script)
  await page.keyboard.press('Escape')
}

async function run(script: string, toTheEnd = true): Promise<void> {
  await write(script)
  await page.keyboard.press('Control+Enter')
  if (toTheEnd) await panel.locator('.wb-run[aria-disabled="false"]').waitFor()
  else await panel.getByRole('button', { name: 'Cancel' }).waitFor()
}

async function openDoor(schema: string): Promise<void> {
  const door = '/.vitepress/theme/composables/console-door.ts'
  // As text: Vitest would rewrite the import.
  await page.evaluate(`import('${door}').then(({ consoleDoor }) => consoleDoor.open('${schema}'))`)
}

function bottomOf(box: { y: number; height: number } | null): number {
  return box!.y + box!.height
}
