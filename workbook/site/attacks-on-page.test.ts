import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { docsFolder, root } from '../paths.ts'
import { faultTable } from '../testing/fault-table.ts'
import { ask, openSocket, upgrade, type RawSocket } from '../testing/raw-request.ts'
import { actionsPath } from './actions.ts'
import { startSite, type Site } from './site.ts'

// What outsiders try with the live page, and the forwarded addresses that are let in.

const tells = faultTable()
let site: Site
let port: number
/** Vite's own, which every user of the machine can read. */
let token: string

beforeAll(async () => {
  site = await startSite({ port: 5573 })
  port = Number(new URL(site.url).port)
  token = /wsToken = "([^"]+)"/.exec((await ask(port, '/@vite/client')).body)![1]!
})
afterAll(() => site.close())
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('an invalid address is answered with 400 and prints nothing', async () => {
  const printed: unknown[][] = []
  for (const name of ['error', 'warn', 'log', 'info'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => printed.push(all))
  for (const address of [
    '/@fs/%',
    '/@fs/%E0%A4%A',
    '/@fs/etc/passwd%00.svg',
    `/@fs/${'a'.repeat(5000)}`,
    '/%c0%ae%c0%ae/package.json',
  ])
    expect((await ask(port, address)).status, address).toBe(400)
  expect(printed).toEqual([])
  tells('400, and not a line in the terminal')
})

test('the forwarded address of a codespace is let in, and no other', async () => {
  const own = `http://127.0.0.1:${port}`
  const forwarded = `https://fuzzy-disco-${port}.app.github.dev`
  const { host } = new URL(forwarded)
  expect((await ask(port, '/', { Host: host })).status).toBe(403)
  expect(await socketStatus({ Origin: forwarded })).toBe(403)
  vi.stubEnv('CODESPACE_NAME', 'fuzzy-disco')
  vi.stubEnv('GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN', 'app.github.dev')
  expect((await ask(port, '/', { Host: host })).status).toBe(200)
  expect(await socketStatus({ Host: host, Origin: forwarded })).toBe(101)
  // A forwarder that replaces the forwarded name with this machine's.
  expect(await socketStatus({ Origin: forwarded })).toBe(101)
  const others = [
    `https://fuzzy-disco-${port + 1}.app.github.dev`,
    `https://other-${port}.app.github.dev`,
    forwarded.replace('https', 'http'),
    `${forwarded}.evil.example`,
    'null',
  ]
  for (const origin of others) {
    expect(await socketStatus({ Host: host, Origin: origin }), origin).toBe(403)
    expect(await socketStatus({ Origin: origin }), origin).toBe(403)
  }
  expect(await socketStatus({ Host: host, Origin: own })).toBe(403)
  expect((await ask(port, '/', { Host: `evil-${port}.app.github.dev` })).status).toBe(403)
  tells('403 for every other Host and Origin')
})

test('the origin of WORKBOOK_ORIGIN is let in, and no other', async () => {
  vi.stubEnv('WORKBOOK_ORIGIN', 'https://workbook.example.org')
  const own = { Host: 'workbook.example.org', Origin: 'https://workbook.example.org' }
  expect(await socketStatus(own)).toBe(101)
  expect(await socketStatus({ ...own, Origin: 'https://example.org' })).toBe(403)
  expect(await socketStatus({ ...own, Host: 'example.org' })).toBe(403)
  tells('403 for every other Host and Origin')
})

// Only root can act as another user.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'another user of the machine gets no websocket, and so no token (as root)',
  async () => {
    const headers = [
      'Host: 127.0.0.1:' + port,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol: vite-hmr',
    ]
    const script = `const socket = require('net').connect(${port}, '127.0.0.1')
      socket.write(${JSON.stringify(`GET /?token=${token} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)})
      socket.once('data', (data) => { console.log(String(data).split(' ')[1]); socket.destroy() })`
    const statusOf = async (user: number) => {
      const child = spawn(process.execPath, ['-e', script], { uid: user, cwd: '/' })
      const [status] = await Promise.all([text(child.stdout), once(child, 'close')])
      return status.trim()
    }
    expect(await statusOf(0)).toBe('101')
    expect(await statusOf(65_534)).toBe('403')
    tells('403 for the websocket, by which the token comes')
  },
)

test('no file outside the site is read by any name or encoding of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-page-'))
  const outside = path.join(folder, 'secret.txt')
  const map = path.join(folder, 'secret.js.map')
  // Inside the folders that are served, but never to be shown.
  const denied = path.join(docsFolder, '.env.page-test')
  writeFileSync(outside, secret)
  writeFileSync(denied, secret)
  const sources = { version: 3, sources: ['a'], sourcesContent: [secret], mappings: '' }
  writeFileSync(map, JSON.stringify(sources))
  try {
    const files = [outside, denied, map, path.join(root, 'package.json'), '/etc/passwd']
    const targets = files.flatMap(namesOf)
    const read: string[] = []
    for (let from = 0; from < targets.length; from += 20)
      await Promise.all(
        targets.slice(from, from + 20).map(async (target) => {
          const { body } = await ask(port, target, { Accept: '*/*' })
          if (shows.test(body)) read.push(target)
        }),
      )
    expect(read).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
    rmSync(denied)
  }
  tells('an error, or a page without it')
})

test('no file is read over the websocket of Vite', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-page-'))
  const file = path.join(folder, 'secret.txt')
  writeFileSync(file, secret)
  using socket = await open()
  const names = [file, `/@fs${file}`, pathToFileURL(file).href].flatMap((name) =>
    ['', '?raw', '?import&raw', '?url&inline', '?inline'].map((query) => name + query),
  )
  names.forEach((name, id) => {
    const data = { name: 'fetchModule', id: `send:${id}`, data: [name] }
    socket.send(JSON.stringify({ type: 'custom', event: 'vite:invoke', data }))
  })
  await answersOn(socket)
  expect(socket.received()).not.toMatch(shows)
  rmSync(folder, { recursive: true })
  tells('nothing of it comes back')
})

test('the token of actions is in no answer to a request, and comes over the own websocket only', async () => {
  using socket = await open()
  const actions = await tokenOn(socket)
  const pages = ['/', '/ru/', '/04-ddl', '/index.md', '/@vite/client', '/.vitepress/theme/index.ts']
  for (const target of [...pages, actionsPath, `${actionsPath}editor/open`])
    for (const accept of ['text/html', '*/*'])
      expect((await ask(port, target, { Accept: accept })).body).not.toContain(actions)
  tells('in none')
})

test('a body of a gigabyte is given up after a megabyte, without the token at once', async () => {
  using socket = await open()
  const actions = await tokenOn(socket)
  site.onAction({ 'editor/open': () => ({}) as never })
  const before = process.memoryUsage().rss
  for (const header of [actions, 'guessed']) {
    const { status, sent } = await flood(header)
    expect(status).toBe(header === actions ? 200 : 403)
    // What the system keeps on its way is not in our hands.
    expect(sent).toBeLessThan(200 * 1024 ** 2)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 ** 2)
  expect((await ask(port, '/')).status).toBe(200)
  tells('an answer, before the rest is read')
})

test('hundreds of clients that never finish their request keep nobody waiting', async () => {
  const clients = Array.from({ length: 300 }, () => net.connect(port, '127.0.0.1'))
  await Promise.all(clients.map((client) => once(client, 'connect')))
  for (const client of clients) {
    client.on('error', () => {})
    client.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `)
  }
  expect((await ask(port, '/')).status).toBe(200)
  for (const client of clients) client.destroy()
  tells('the page answers')
})

test('a flood of messages over many websockets, nonsense and broken frames, ends none but its own', async () => {
  const printed: unknown[][] = []
  for (const name of ['error', 'warn', 'log', 'info'] as const)
    vi.spyOn(console, name).mockImplementation((...all) => printed.push(all))
  using witness = await open()
  const flooders = await Promise.all(Array.from({ length: 50 }, open))
  for (const one of flooders)
    for (let count = 0; count < 100; count++) {
      one.send('{"type":')
      one.send(JSON.stringify({ type: 'custom', event: '__proto__', data: { count } }))
      one.send(
        JSON.stringify({ type: 'custom', event: 'workbook:nothing', data: 'x'.repeat(5000) }),
      )
    }
  for (const one of flooders) one.sendRaw(Buffer.from([0xff, 0x00, 0xff]))
  await expect.poll(() => flooders.filter((one) => !one.isClosed())).toEqual([])
  await answersOn(witness)
  expect((await ask(port, '/')).status).toBe(200)
  expect([...new Set(printed.map(String))]).toEqual([])
  tells('they are closed; every other page goes on, and not a line in the terminal')
})

// --- internal ---

const secret = 'do-not-show-this-to-a-page'
const shows = /do-not-show|"mysql-workbook"|root:x:0/

/** By all the ways in which Vite has ever handed out a file that it should not. */
function namesOf(file: string): string[] {
  const queries = [
    '',
    '?raw',
    '?raw??',
    '??raw',
    '?import&raw',
    '?import&raw??',
    '?raw&import',
    '?url',
    '?url&inline',
    '?import&?inline=1.wasm?init',
    '?inline',
    '?init',
    '?.svg',
    '?.svg?.wasm?init',
    '?import&?raw&x=.svg',
    '?html-proxy&index=0.js',
    '?vue&type=template&lang.js',
    '?v=1&lang.ts',
    '?worker',
    '?sharedworker&inline',
  ]
  const endings = ['/', '/.', '.', '..', '%20', '%2e', '%00', '::$DATA', '\\', '%5c', '#', '.svg']
  const name = path.basename(file)
  const relative = path.relative(docsFolder, file)
  const slashes = (separator: string) => relative.replaceAll('/', separator)
  const roots = [
    `/@fs${file}`,
    `/@fs/${file}`,
    `/@fs//${file}`,
    `//@fs${file}`,
    `/@FS${file}`,
    `/%40fs${file}`,
    `/@fs${file.replaceAll('/', '%2f')}`,
    `/@fs${docsFolder}/${relative}`,
    `/@fs${docsFolder}/#/${relative}`,
    `/@fs${docsFolder}/.vitepress/cache/deps/${slashes('%2f')}`,
    `/@id/${file}`,
    `/@id/__x00__${file}`,
    `/${relative}`,
    `/${slashes('%2f')}`,
    `/${slashes('\\')}`,
    `/${slashes('%5c')}`,
    `/${relative.replaceAll('..', '%2e%2e')}`,
    `/${relative.replaceAll('..', '%252e%252e')}`,
    `/node_modules/.vite/deps/../../../${relative}`,
  ]
  return [
    ...roots.flatMap((one) => [one, `${one}?raw`, `${one}?import&raw`]),
    ...queries.flatMap((query) => [`/@fs${file}${query}`, `/${relative}${query}`]),
    ...endings.flatMap((end) => [`/@fs${file}${end}`, `/@fs${file}${end}?raw`, `/${name}${end}`]),
  ]
}

/** A websocket as the page has it. */
function open(): Promise<RawSocket> {
  return openSocket(port, `/?token=${token}`, { Origin: `http://127.0.0.1:${port}` })
}

/** Waits until it is answered, and so until everything before is done. */
async function answersOn(socket: RawSocket): Promise<void> {
  await tokenOn(socket)
}

/** The token for actions that the page is told. */
async function tokenOn(socket: RawSocket): Promise<string> {
  site.onHello(() => ({ verdicts: [], progress: { exercises: {} } }))
  socket.send(JSON.stringify({ type: 'custom', event: 'workbook:hello', data: {} }))
  await expect.poll(() => socket.received()).toContain('workbook:snapshot')
  return /"token":"([^"]+)"/.exec(socket.received())![1]!
}

/** Posts a body without end; resolves with the status of the answer and the bytes that were taken until then. */
async function flood(header: string): Promise<{ status: number | undefined; sent: number }> {
  const headers = { 'Content-Type': 'application/json', 'X-Workbook-Token': header }
  const target = `${actionsPath}editor/open`
  const options = { host: '127.0.0.1', port, path: target, method: 'POST', headers, agent: false }
  const request = http.request(options)
  request.on('error', () => {})
  const chunk = Buffer.alloc(1024 ** 2, 32)
  const over = new AbortController()
  const answered = once(request, 'response').finally(() => over.abort()) as Promise<
    [http.IncomingMessage]
  >
  let sent = 0
  while (!over.signal.aborted && sent < 1024 ** 3) {
    sent += chunk.length
    if (request.write(chunk)) await new Promise(setImmediate)
    else await Promise.race([once(request, 'drain').catch(() => {}), answered])
  }
  const [response] = await answered
  request.destroy()
  return { status: response.statusCode, sent }
}

function socketStatus(headers: Record<string, string>): Promise<number | undefined> {
  return upgrade(port, `/?token=${token}`, headers)
}
