import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../paths.ts'
import { ask, upgrade } from '../testing/raw-request.ts'
import { startSite, type Site } from './site.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

let site: Site
let port: number

beforeAll(async () => {
  site = await startSite({ port: 5473 })
  port = Number(new URL(site.url).port)
})
afterAll(() => site.close())

test('the page answers under the names of this machine', async () => {
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
    expect((await ask(port, '/', { Host: host })).status).toBe(200)
  }
})

test('only this machine gets an answer', async () => {
  const addresses = Object.values(networkInterfaces()).flat()
  const outside = addresses.filter((one) => one?.family === 'IPv4' && !one.internal)
  const others = outside.map((one) => one!.address)
  // Linux answers at every 127.x.y.z that something listens on.
  if (process.platform === 'linux') others.push('127.0.0.2')
  for (const address of others) expect(await connectTo(address), address).toBe('ECONNREFUSED')
  expect(await connectTo('127.0.0.1')).toBe('connected')
  tells('no connection at any other address')
})

test('another Host is refused, whatever it resolves to', async () => {
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `10.0.0.1:${port}`,
  ]) {
    expect((await ask(port, '/', { Host: host })).status, host).toBe(403)
  }
  tells('403')
})

test('another Origin is refused, even of this machine', async () => {
  const foreign = [
    'http://evil.example',
    'null',
    `http://localhost:${port + 1}`,
    `https://127.0.0.1:${port}`,
  ]
  for (const origin of foreign) {
    const answer = await ask(port, '/@vite/client', { Origin: origin })
    expect(answer.status, origin).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
  expect((await ask(port, '/@vite/client', { Origin: `http://127.0.0.1:${port}` })).status).toBe(
    200,
  )
  tells('403, and no header that would let it read')
})

test('another site may link to the page and read nothing from it', async () => {
  const crossSite = { 'Sec-Fetch-Site': 'cross-site' }
  const script = { ...crossSite, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }
  const frame = { ...crossSite, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' }
  const link = { ...crossSite, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  expect((await ask(port, '/@vite/client', script)).status).toBe(403)
  expect((await ask(port, '/', frame)).status).toBe(403)
  expect((await ask(port, '/', link)).status).toBe(200)
  tells('403 for a script or a frame of another site')
})

test("nobody starts the reader's editor through the page's own server", async () => {
  for (const name of ['/__open-in-editor', '/__OPEN-in-editor/']) {
    // Vite would answer with nothing; VitePress has a page for every address that it does not know.
    expect((await ask(port, `${name}?file=${encodeURIComponent(root)}`)).body).toContain('<html>')
  }
  tells('a page, and no editor')
})

test('a websocket of another Origin or Host is refused, even with the token', async () => {
  const client = (await ask(port, '/@vite/client')).body
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1]
  expect(token).toBeTruthy()
  const own = { Origin: `http://127.0.0.1:${port}` }
  expect(await upgrade(port, `/?token=${token}`, own)).toBe(101)
  expect(await upgrade(port, '/', own)).not.toBe(101)
  expect(await upgrade(port, `/?token=${token}`, { Origin: 'http://evil.example' })).toBe(403)
  expect(await upgrade(port, `/?token=${token}`, { ...own, Host: 'evil.example' })).toBe(403)
  tells('403')
})

test('no file outside the site is served', async () => {
  // Not among the files that other tests copy while this one runs.
  const secret = path.join(root, 'docs', '.vitepress', 'cache', '.env.guard-test')
  mkdirSync(path.dirname(secret), { recursive: true })
  writeFileSync(secret, 'MYSQL_PASSWORD=do-not-show')
  try {
    const files = [secret, path.join(root, '.env'), path.join(root, 'package.json'), '/etc/hosts']
    const paths = files.flatMap((file) => [
      `/@fs/${file}`,
      `/@fs/${file}?raw`,
      `/@fs/${file}?import&raw`,
      `/@fs/${file}?url`,
    ])
    const climbing = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/@fs/../../etc/hosts',
      '/.vitepress/cache/.env.guard-test',
    ]
    for (const target of [...paths, ...climbing]) {
      const answer = await ask(port, target)
      expect(answer.body, target).not.toMatch(/do-not-show|mysql-workbook"|localhost\s/)
    }
    expect((await ask(port, `/@fs/${secret}`)).status).toBe(403)
  } finally {
    rmSync(secret)
  }
  tells('403, or a page without it')
})

test('the page forbids scripts, frames and requests of others', async () => {
  const policy = (await ask(port, '/')).headers['content-security-policy']
  expect(policy).toContain(`default-src 'self'`)
  expect(policy).toContain(`frame-ancestors 'none'`)
})

// --- internal ---

async function connectTo(address: string): Promise<string | undefined> {
  const socket = net.connect({ host: address, port })
  try {
    await once(socket, 'connect')
    return 'connected'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  } finally {
    socket.destroy()
  }
}
