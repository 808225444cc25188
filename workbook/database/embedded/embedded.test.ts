import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeState, until, type TestState } from '../../testing/lease.ts'
import { connect } from '../connect.ts'
import { argumentsOf, isAlive } from '../../system/process-identity.ts'
import { readVersion } from './binary.ts'
import { faultTable, sentence } from '../../testing/fault-table.ts'

const tells = faultTable()

let state: TestState
beforeAll(async () => {
  state = await makeState()
})
afterEach(async () => state.leaveAll())
afterAll(async () => state[Symbol.asyncDispose]())

test('processes that start in the same second share one server, and the last one out stops it', async () => {
  const leases = Array.from({ length: 5 }, () => state.lease())
  const ready = await Promise.all(leases.map((lease) => lease.ready))
  expect(new Set(ready.map(({ access }) => access.admin.port)).size).toBe(1)
  expect(new Set(ready.map(({ session }) => session)).size).toBe(5)
  const [last, ...others] = leases
  await Promise.all(others.map((lease) => lease.leave()))
  await using own = await connect(ready[0]!.access.student)
  await own.connection.query('SELECT 1')
  await last!.leave()
  await until(async () => !(await state.server()))
  expect(await readdir(path.join(state.folder, 'users'))).toEqual([])
  tells('one server, which the last one stops')
})

test('what a student created survives kill -9 of the server and of its user', async () => {
  const lease = state.lease()
  const { access } = await lease.ready
  await using own = await connect(access.student, { database: access.practice })
  await own.connection.query('INSERT INTO conversations (id, title) VALUES (77, ?)', ['Кот 🐈'])
  process.kill((await state.server())!.pid, 'SIGKILL')
  lease.child.kill('SIGKILL')
  await lease.ended
  const next = state.lease()
  await using again = await connect((await next.ready).access.student, {
    database: access.practice,
  })
  const [rows] = await again.connection.query('SELECT title FROM conversations WHERE id = 77')
  expect(rows).toEqual([{ title: 'Кот 🐈' }])
  await next.leave()
  tells('every row is there at the next start')
})

test('a server whose notes are lost is stopped before another takes its data', async () => {
  const lease = state.lease()
  await lease.ready
  const { pid } = (await state.server())!
  for (const note of ['mysqld.json', 'server-embedded.json'])
    await rm(path.join(state.folder, note))
  const next = state.lease()
  const { access } = await next.ready
  await using own = await connect(access.student)
  await own.connection.query('SELECT 1')
  expect((await state.server())!.pid).not.toBe(pid)
  expect(argumentsOf(pid)).toBe(undefined)
  await next.leave()
  await lease.leave()
  tells('it is stopped, and another one works on its data')
})

test('schemas of a killed process are dropped by the next command; others stay', async () => {
  const watcher = state.lease()
  const killed = state.lease()
  const { access } = await watcher.ready
  const { session } = await killed.ready
  await using own = await connect(access.admin)
  const list = async () => {
    const [rows] = await own.connection.query("SHOW SCHEMAS LIKE 'ai\\_chat\\_db\\_%'")
    return (rows as object[]).flatMap((row) => Object.values(row) as string[])
  }
  await own.connection.query(`CREATE SCHEMA ai_chat_db_spec__${session}`)
  // The second ends as a session's might.
  const kept = ['ai_chat_db_my_own', 'ai_chat_db_weatherstats']
  for (const schema of kept) await own.connection.query(`CREATE SCHEMA ${schema}`)
  killed.child.kill('SIGKILL')
  await killed.ended
  await state.lease().ready
  expect(await list()).toEqual(kept)
  tells('dropped by the next command')
})

test('a server killed under a session is started again for the next command, on the same port', async () => {
  const first = state.lease()
  const { access } = await first.ready
  process.kill((await state.server())!.pid, 'SIGKILL')
  const second = await state.lease().ready
  expect(second.access.admin.port).toBe(access.admin.port)
  tells('started again on the same port')
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a script ended by %s leaves no server',
  async (signal) => {
    const lease = state.lease()
    await lease.ready
    const server = (await state.server())!
    lease.child.kill(signal)
    expect((await lease.ended).signal).toBe(signal)
    expect(isAlive(server)).toBe(false)
  },
)

test('a script interrupted while the data folder is created leaves neither a server nor half a folder', async () => {
  await using own = await makeState()
  const lease = own.lease()
  await until(() => existsSync(path.join(own.folder, 'data-9.7.draft', 'ibdata1')))
  lease.child.kill('SIGINT')
  expect((await lease.ended).signal).toBe('SIGINT')
  expect(existsSync(path.join(own.folder, 'data-9.7'))).toBe(false)
  const { access } = await own.lease().ready
  expect(access.version).toMatch(/^9\.7\./)
  tells('neither a server nor half a folder; the next start works')
})

test('student code that calls process.exit() leaves no server', async () => {
  const lease = state.lease({ args: ['exit'] })
  await lease.ready
  expect((await lease.ended).code).toBe(0)
  await until(async () => !(await state.server()))
  tells('no server is left')
})

test('a data folder of another series is refused, and both are named', async () => {
  await using own = await makeState()
  const data = path.join(own.folder, 'data-9.7')
  await mkdir(data)
  await writeFile(path.join(data, 'workbook-series'), '8.4')
  await expect(own.lease().ready).rejects.toThrow(/created by MySQL 8\.4; this server is 9\.7/)
  tells(`exit 3: ${sentence('db.data-series')}`)
})

test('a program that is not a mysqld is named as such', async () => {
  const command = { program: process.execPath, args: ['--no-warnings'] }
  await expect(readVersion(command)).rejects.toMatchObject({ code: 'NOT_MYSQL' })
  tells('refused: NOT_MYSQL')
})

test('the server listens on loopback only, in UTC, with its log on and no way to its files', async () => {
  const { access } = await state.lease().ready
  await using own = await connect(access.admin)
  const [rows] = await own.connection.query(
    `SELECT @@bind_address AS bind, @@time_zone AS zone, @@general_log AS log, @@log_output AS output,
            @@local_infile AS local_files, @@secure_file_priv AS files, @@socket AS socket`,
  )
  expect(rows).toEqual([
    {
      bind: '127.0.0.1',
      zone: '+00:00',
      log: 1,
      output: 'TABLE',
      local_files: 0,
      files: 'NULL',
      socket: '',
    },
  ])
  expect(access.statementLog).toEqual({ readable: true, table: 'mysql.general_log' })
})
