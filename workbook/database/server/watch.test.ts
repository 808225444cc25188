import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeState, until, type TestState } from '../../testing/lease.ts'
import { killServer } from '../../testing/running-server.ts'
import type { DatabaseLease } from '../types.ts'
import { faultTable } from '../../testing/fault-table.ts'

const tells = faultTable()

// A real server that dies, is stopped, and comes back. The state folder is read when the modules are loaded.

let state: TestState
let acquire: typeof import('../acquire.ts')
let watching: typeof import('./watch.ts')
let connecting: typeof import('../connect.ts')
let lease: DatabaseLease

beforeAll(async () => {
  state = await makeState()
  vi.stubEnv('WORKBOOK_STATE', state.folder)
  vi.stubEnv('WORKBOOK_DATABASE', 'embedded')
  vi.stubEnv('MYSQL_HOST', '')
  vi.resetModules()
  acquire = await import('../acquire.ts')
  watching = await import('./watch.ts')
  connecting = await import('../connect.ts')
  lease = await acquire.acquireDatabase({ progress: { step: () => {} } })
})
afterAll(async () => {
  await lease?.[Symbol.asyncDispose]()
  await state?.[Symbol.asyncDispose]()
  vi.unstubAllEnvs()
})

test('a server that was killed is brought back by itself, with its data', async () => {
  const seen: string[] = []
  await using _watch = await watching.watchServer(lease, (now) => seen.push(now))
  await practice('CREATE TABLE kept AS SELECT 42 AS number')
  const before = await state.server()
  await killServer(state.folder)
  await until(() => seen.length === 2)
  expect(seen).toEqual(['reviving', 'ready'])
  expect(await practice('SELECT number FROM kept')).toEqual([{ number: 42 }])
  expect((await state.server())!.pid).not.toBe(before!.pid)
  tells('back, with its data')
})

test('a connection that the server closes because nobody uses it is opened again in silence', async () => {
  const seen: string[] = []
  await using watch = await watching.watchServer(lease, (now) => seen.push(now))
  for (let time = 0; time < 3; time++) {
    await killIdle()
    await watch.ready()
  }
  expect(seen).toEqual([])
})

test('a server that was stopped on purpose stays down until it is asked for', async () => {
  const seen: string[] = []
  await using watch = await watching.watchServer(lease, (now) => seen.push(now))
  await watch.ready()
  expect(seen).toEqual([])
  await acquire.stopDatabase({ force: true })
  await until(() => seen.includes('down'))
  expect(seen).toEqual(['down'])
  expect(await state.server()).toBeUndefined()
  await watch.ready()
  expect(seen).toEqual(['down', 'reviving', 'ready'])
  expect(await practice('SELECT number FROM kept')).toEqual([{ number: 42 }])
})

test('a server that somebody else has started again is found', async () => {
  const seen: string[] = []
  await using _watch = await watching.watchServer(lease, (now) => seen.push(now))
  await acquire.stopDatabase({ force: true })
  await until(() => seen.includes('down'))
  const { access } = await state.lease().ready
  await until(() => seen.at(-1) === 'ready')
  expect(lease.access.admin).toEqual(access.admin)
  await state.leaveAll()
})

test('a caller that asks right after the server died waits until it is back', async () => {
  const seen: string[] = []
  await using watch = await watching.watchServer(lease, (now) => seen.push(now))
  await killServer(state.folder)
  await Promise.all([watch.ready(), watch.ready()])
  expect(await practice('SELECT number FROM kept')).toEqual([{ number: 42 }])
  expect(seen).toEqual(['reviving', 'ready'])
})

// --- internal ---

/** Ends the administrator's sleeping connections: to their clients it looks like `wait_timeout`. */
async function killIdle(): Promise<void> {
  await using own = await connecting.connect(lease.access.admin)
  const [rows] = await own.connection.query<RowDataPacket[]>('SHOW PROCESSLIST')
  const idle = rows.filter(({ User, Command }) => {
    return User === lease.access.admin.user && Command === 'Sleep'
  })
  for (const { Id } of idle) await own.connection.query(`KILL ${Number(Id)}`)
}

async function practice(sql: string): Promise<unknown> {
  await using own = await connecting.connect(lease.access.student, {
    database: lease.access.practice,
  })
  const [rows] = await own.connection.query(sql)
  return rows
}
