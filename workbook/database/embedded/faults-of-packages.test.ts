import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '../../language/language.ts'
import { stateFolder } from '../../paths.ts'
import { copyCheckout, type Checkout } from '../../testing/checkout.ts'
import { faultTable, sentence } from '../../testing/fault-table.ts'
import { ownServer } from '../../testing/share-server.ts'
import { aptPackages } from './apt.ts'
import { findInstalled } from './binary.ts'

// The download of the server's program, and what became of it. Where a mysqld is installed, nothing is fetched.

const fetches = aptPackages.serves() && !(await findInstalled())
const tells = faultTable()
let checkout: Checkout
let offline: Record<string, string>
beforeAll(async () => {
  checkout = await copyCheckout()
  const settings = path.join(checkout.root, 'apt.conf')
  const proxy = ['http', 'https'].map((one) => `Acquire::${one}::Proxy "http://127.0.0.1:1";`)
  writeFileSync(settings, proxy.join('\n'))
  offline = { APT_CONFIG: settings }
})
afterAll(async () => checkout?.[Symbol.asyncDispose]())

test.runIf(fetches)('no network at the first start is told as such', async () => {
  const { code, stderr } = await checkout.run(['db', 'start'], { env: offline })
  expect(stderr).toContain(say('db.no-network', { reason: '' }, 'en').trim())
  expect(stderr).toContain(say('db.no-network.next', {}, 'en'))
  expect(code).toBe(3)
  tells(`exit 3: ${sentence('db.no-network')} ${sentence('db.no-network.next')}`)
})

test.runIf(fetches)('a fetched program that got damaged is fetched again', async () => {
  await ownServer()
  const fetched = path.join(checkout.state, 'mysql')
  mkdirSync(checkout.state, { recursive: true })
  rmSync(fetched, { recursive: true, force: true })
  // Links instead of 400 MB, but for the program itself.
  execFileSync('cp', ['-as', path.join(stateFolder, 'mysql'), fetched])
  const program = path.join(fetched, 'root', 'usr', 'sbin', 'mysqld')
  rmSync(program)
  writeFileSync(program, 'half a program', { mode: 0o755 })
  const inVain = await checkout.run(['db', 'start'], { env: offline })
  expect(inVain.stderr).toContain(say('db.fetched-damaged', {}, 'en'))
  expect(inVain.stderr).toContain(say('db.no-network.next', {}, 'en'))
  expect(inVain.code).toBe(3)
  const { code, stdout } = await checkout.run(['db', 'start'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('MySQL') })
  await checkout.run(['db', 'stop'])
  tells(sentence('db.fetched-damaged'))
})
