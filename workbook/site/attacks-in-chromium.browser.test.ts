import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../testing/chromium.ts'
import { faultTable } from '../testing/fault-table.ts'
import { actionsPath } from './actions.ts'
import { startSite, type Site } from './site.ts'

// A page of another site, open in the same Chromium as the live page, tries to read from it and to act on it.

const tells = faultTable()
let site: Site
let hostile: http.Server
let browser: Browser
let page: Page
let done: unknown[] = []

beforeAll(async () => {
  site = await startSite({ port: 5873 })
  site.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
  site.onAction({
    'exercise/check': (input) => void done.push(input),
    'console/reset': (input) => void done.push(input) as never,
  })
  hostile = http
    .createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end('<!doctype html><title>hostile</title>')
    })
    .listen(0, '127.0.0.1')
  await once(hostile, 'listening')
  const { port } = new URL(site.url)
  // A name whose owner has it resolve to this machine.
  browser = await launchChromium([
    `--host-resolver-rules=MAP rebound.example:${port} 127.0.0.1:${port}`,
  ])
})
afterAll(async () => {
  await browser?.close()
  hostile?.close()
  await site?.close()
})
beforeEach(async () => {
  done = []
  page = await browser.newPage()
  const { port } = hostile.address() as AddressInfo
  await page.goto(`http://localhost:${port}/`)
})
afterEach(() => page.close())

test('another site reads nothing by fetch(), whatever its mode', async () => {
  const read = await page.evaluate(async (url) => {
    const seen: string[] = []
    for (const path of ['', '@vite/client', 'index.md', '@workbook/editor/open'])
      for (const mode of ['cors', 'no-cors'] as const)
        for (const credentials of ['include', 'omit'] as const)
          await fetch(url + path, { mode, credentials }).then(
            async (answer) => seen.push(`${answer.type} ${await answer.text()}`),
            () => seen.push('refused'),
          )
    return [...new Set(seen)]
  }, site.url)
  // Of an opaque answer a page sees neither status nor text.
  expect(read.filter((one) => !['refused', 'opaque '].includes(one))).toEqual([])
  tells('nothing: the browser keeps every answer from it')
})

test('another site acts on nothing by fetch(), a beacon or a form', async () => {
  const requests = watch(page)
  await page.evaluate(async (url) => {
    const body = '{"exercise":"ddl/create-tables"}'
    for (const name of ['exercise/check', 'console/reset']) {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
        for (const mode of ['cors', 'no-cors'] as const)
          await fetch(url + '@workbook/' + name, {
            method: 'POST',
            mode,
            headers: { 'Content-Type': type },
            body,
          }).catch(() => {})
      navigator.sendBeacon(url + '@workbook/' + name, body)
      const form = document.createElement('form')
      form.method = 'POST'
      form.enctype = 'text/plain'
      form.action = url + '@workbook/' + name
      form.target = name
      const field = document.createElement('input')
      field.name = '{"exercise":"ddl/create-tables","x":"'
      field.value = '"}'
      form.append(field)
      const frame = document.createElement('iframe')
      frame.name = name
      document.body.append(frame, form)
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      form.submit()
      await loaded
    }
  }, site.url)
  await expect.poll(() => requests.filter((status) => status === 403).length).toBeGreaterThan(3)
  expect(requests.filter((status) => status !== 403)).toEqual([])
  expect(done).toEqual([])
  tells('403, and nothing is done')
})

test('another site gets no script, image, style, frame or websocket', async () => {
  const got = await page.evaluate(async (url) => {
    const of = (tag: 'script' | 'img' | 'link', address: string) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(tag)
        element.addEventListener('load', () => resolve(`${tag} loaded`))
        element.addEventListener('error', () => resolve('refused'))
        if (element instanceof HTMLLinkElement) {
          element.rel = 'stylesheet'
          element.href = address
        } else element.src = address
        if (element instanceof HTMLScriptElement)
          element.type = address.endsWith('#module') ? 'module' : ''
        document.body.append(element)
      })
    const socket = (protocol: string, path: string) =>
      new Promise<string>((resolve) => {
        const one = new WebSocket(url.replace('http', 'ws') + path, protocol)
        one.addEventListener('open', () => resolve('a websocket opened'))
        one.addEventListener('close', () => resolve('refused'))
      })
    return Promise.all([
      of('script', `${url}@vite/client`),
      of('script', `${url}@vite/client#module`),
      of('script', `${url}.vitepress/theme/index.ts`),
      of('img', `${url}icon.svg`),
      of('link', `${url}.vitepress/theme/styles/page.css`),
      socket('vite-hmr', ''),
      socket('vite-ping', ''),
      socket('vite-hmr', '?token=guessed'),
    ])
  }, site.url)
  expect([...new Set(got)]).toEqual(['refused'])
  const frame = await page.evaluate(async (url) => {
    const element = document.createElement('iframe')
    element.src = url
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve))
    document.body.append(element)
    await loaded
    return element.contentDocument === null
  }, site.url)
  expect(frame).toBe(true)
  const framed = page.frames().find((one) => one !== page.mainFrame())!
  expect(await framed.evaluate(() => document.body.innerText)).not.toContain('MySQL')
  tells('refused, each of them')
})

test('a window that another site opens on the page tells it nothing', async () => {
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate((url) => Object.assign(globalThis, { opened: open(url) }), site.url),
  ])
  await opened.waitForLoadState()
  const seen = await page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: Window }
    try {
      return `${opened.document.title} ${opened.length}`
    } catch {
      return opened.closed ? 'closed' : 'kept apart'
    }
  })
  expect(['closed', 'kept apart']).toContain(seen)
  expect(await opened.evaluate(() => window.opener)).toBe(null)
  tells('the two are kept apart')
})

test('a name of somebody else that resolves to this machine gets no page', async () => {
  const { port } = new URL(site.url)
  const answer = await page.goto(`http://rebound.example:${port}/`)
  expect(answer!.status()).toBe(403)
  const inside = await page.evaluate(async (name) => {
    const answer = await fetch(`/@workbook/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    return answer.status
  }, 'exercise/check')
  expect(inside).toBe(403)
  expect(done).toEqual([])
  tells('403')
})

// --- internal ---

/** The statuses of what this page is answered by the live page. */
function watch(from: Page): number[] {
  const statuses: number[] = []
  from.on('response', (response) => {
    if (response.url().includes(actionsPath)) statuses.push(response.status())
  })
  return statuses
}
