import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { docsFolder, listExercises, pageLink, root } from '../lessons.ts'
import { launchChromium, watchForTrouble } from './chromium.ts'

let browser: Browser
let page: Page
let trouble: string[]
let folder: string
let server: http.Server
let url: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workbook-site-'))
  const vitepress = path.join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js')
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  await promisify(execFile)(
    process.execPath,
    [vitepress, 'build', docsFolder, '--outDir', folder],
    { cwd: root, env },
  )
  server = http.createServer((request, response) => void serveFile(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  trouble = watchForTrouble(page)
})
afterEach(() => page.close())

test('every page loads without trouble, fits a phone, and its links and anchors lead somewhere', async () => {
  const ids = new Map<string, Set<string>>()
  const links: { from: string; to: string }[] = []
  for (const link of builtPages()) {
    await page.goto(url + link, { waitUntil: 'networkidle' })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      link,
    ).toBeLessThanOrEqual(0)
    ids.set(
      link,
      new Set(await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id))),
    )
    const targets = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    links.push(
      ...targets
        .filter((to) => to.startsWith(url))
        .map((to) => ({ from: link, to: to.slice(url.length) })),
    )
  }
  const broken = links.filter(({ to }) => {
    const [target, anchor] = decodeURIComponent(to).split('#')
    const found = ids.get(target!)
    return !found || (anchor && !found.has(anchor))
  })
  expect(broken).toEqual([])
  expect(trouble).toEqual([])
})

test('an exercise reads as a book: checks, hints one at a time, the solution folded, no dead button', async () => {
  const exercise = listExercises()[0]!
  await page.goto(url + pageLink(exercise, 'en'), { waitUntil: 'networkidle' })
  const panel = page.locator(`.wb-exercise[aria-labelledby="${exercise.name}"]`)
  await panel.getByText('npm start').waitFor()
  expect(await panel.locator('.wb-state').count()).toBe(0)
  const hints = panel.locator('.wb-hint')
  if ((await hints.count()) > 1) {
    expect(await hints.nth(1).isVisible()).toBe(false)
    await hints.nth(0).locator('summary').click()
    expect(await hints.nth(1).isVisible()).toBe(true)
  }
  const solution = panel.locator('.wb-fold', {
    has: page.locator('summary', { hasText: /^Solution$/ }),
  })
  expect(await solution.locator('pre').isVisible()).toBe(false)
  await solution.locator('summary').click()
  expect(await solution.locator('pre').first().innerText()).toContain('export')
  expect(await panel.locator('button:visible:not(.wb-file button, .copy)').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('the search finds a Russian word by another of its forms', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${url}/ru/`, { waitUntil: 'networkidle' })
  await page.keyboard.press('Control+k')
  await page.locator('#localsearch-input').fill('таблицами')
  await page.locator('.VPLocalSearchBox .result').first().waitFor()
  expect(trouble).toEqual([])
})

test('the workbook is not shipped with the book', () => {
  const assets = readdirSync(path.join(folder, 'assets'), { recursive: true }).map(String)
  expect(
    assets.filter((name) => /Diagnosis|Evidence|catalogue|console|codemirror/i.test(name)),
  ).toEqual([])
})

// --- internal ---

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** As GitHub Pages does: `/04-ddl` is 04-ddl.html. */
async function serveFile(
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url!, url)
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  const file = path.join(folder, path.extname(name) ? name : `${name}.html`)
  try {
    const content = await readFile(file)
    response
      .writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
}

function builtPages(): string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => `/${String(file).split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.html') && file !== '/404.html')
    .map((file) => file.replace(/(index)?\.html$/, ''))
}
