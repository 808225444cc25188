import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateFolder } from '../../paths.ts'
import { ending } from '../../testing/child.ts'
import { faultTable, sentence } from '../../testing/fault-table.ts'
import { makeState, until, type TestState } from '../../testing/lease.ts'
import { say } from '../../language/language.ts'
import { lockState } from '../server/lock.ts'
import { loaderIn, unpackPackages } from './apt-packages.ts'
import { aptPackages } from './apt.ts'
import { freePort } from './free-port.ts'

// MariaDB where MySQL is expected: Debian's own package, fetched as the workbook fetches MySQL's.

const tells = faultTable()
const withApt = test.runIf(aptPackages.serves())
const folder = path.join(stateFolder, 'mariadb')
const program = path.join(folder, 'mysqld')
let state: TestState

beforeAll(async () => {
  state = await makeState({ share: false })
  if (aptPackages.serves()) await fetchMariadb()
})
afterAll(async () => state?.[Symbol.asyncDispose]())

withApt('MariaDB in place of mysqld is named as such', async () => {
  const failed = await state.lease({ env: { MYSQLD: program } }).ended
  expect(failed.stderr).toContain(say('db.mariadb', { program }, 'en'))
  expect(failed.stderr).toContain(say('db.mariadb.next', {}, 'en'))
  tells(`exit 3: ${sentence('db.mariadb')} ${sentence('db.mariadb.next')}`)
})

withApt('MariaDB as the server of .env is named as such', async () => {
  const data = path.join(state.folder, 'mariadb-data')
  mkdirSync(data)
  const port = await freePort('127.0.0.1')
  const options = [
    '--no-defaults',
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
  ]
  const files = [
    `--socket=${data}/s`,
    `--pid-file=${data}/pid`,
    '--user=root',
    '--skip-grant-tables',
  ]
  const server = spawn(program, [
    ...options,
    ...files,
    `--lc-messages-dir=${folder}/root/usr/share/mysql`,
  ])
  await using _server = ending(server, 'SIGTERM')
  let log = ''
  server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await until(() => /ready for connections/.test(log) || server.exitCode !== null)
  expect(server.exitCode, log).toBe(null)
  const env = {
    MYSQL_HOST: '127.0.0.1',
    MYSQL_PORT: String(port),
    MYSQL_USER: 'root',
    MYSQL_PASSWORD: 'x',
  }
  const failed = await state.lease({ env: { ...env, WORKBOOK_DATABASE: '' } }).ended
  expect(failed.stderr).toMatch(/MariaDB/)
  expect(failed.stderr).toContain(say('db.mariadb.next', {}, 'en'))
  tells(`exit 3: ${sentence('db.server-is-mariadb')} ${sentence('db.mariadb.next')}`)
})

// --- internal ---

/** Kept for the next run: it is the same in each. */
async function fetchMariadb(): Promise<void> {
  if (existsSync(program)) return
  const { signal } = new AbortController()
  using _lock = await lockState({ signal, waiting() {} })
  const root = path.join(folder, 'root')
  const draft = `${root}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  await unpackPackages(draft, () => ['mariadb-server-core'], { signal, progress: { step() {} } })
  rmSync(root, { recursive: true, force: true })
  renameSync(draft, root)
  const { loader, libraries } = loaderIn(root)
  const command = [path.join(root, loader), '--library-path', path.join(root, libraries)]
  const quoted = [...command, path.join(root, 'usr/sbin/mariadbd')].map((one) => `'${one}'`)
  writeFileSync(program, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 })
}
