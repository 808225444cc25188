import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { faultTable } from '../testing/fault-table.ts'
import { ask, upgrade } from '../testing/raw-request.ts'
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
  'another user of the machine gets no websocket, and so no token',
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

// --- internal ---

function socketStatus(headers: Record<string, string>): Promise<number | undefined> {
  return upgrade(port, `/?token=${token}`, headers)
}
