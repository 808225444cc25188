import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acquireDatabase } from '../database/acquire.ts'
import { connect } from '../database/connect.ts'
import type { DatabaseLease } from '../database/types.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { until } from '../testing/lease.ts'
import { stageActions, type Stages } from './stage.ts'

let lease: DatabaseLease
let stages: Stages
const never = new AbortController().signal

beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
  stages = stageActions(lease)
})
afterAll(async () => {
  await stages[Symbol.asyncDispose]()
  await lease[Symbol.asyncDispose]()
})

test('a deadlock is shown with its cycle and its victim', async () => {
  const { stage, view, script } = await open('09-errors', 'deadlock')
  expect(script.steps[0]).toEqual({ session: 'A', sql: 'BEGIN', guesses: [] })
  expect(view.tables).toMatchObject([{ name: 'accounts', columns: ['id', 'balance'] }])
  for (const step of [0, 1, 2, 3, 4]) await send(stage, step)
  const waiting = await send(stage, 6)
  // A waits: its next statement is not sent.
  expect(waiting.steps.map(({ state }) => state).slice(4, 7)).toEqual(['waiting', 'ready', 'ready'])
  expect(waiting.sessions.map(({ waitsFor }) => waitsFor)).toEqual([['B'], []])
  const { deadlock, steps } = await send(stage, 5)
  expect(deadlock).toEqual({
    victim: 'B',
    circle: [
      { session: 'A', index: 'PRIMARY', waitsFor: 'B' },
      { session: 'B', index: 'PRIMARY', waitsFor: 'A' },
    ],
  })
  expect(steps[4]!.result).toBe('waits, then changed 1')
  await close(stage)
})

test('locks are on the entries and gaps of their index', async () => {
  const { stage } = await open('09-errors', 'gap-lock')
  for (const step of [0, 1]) await send(stage, step)
  await send(stage, 2)
  const { locks } = await send(stage, 3)
  expect(locks).toMatchObject({
    hidden: false,
    tables: [],
    indexes: [{ table: 'seats', index: 'PRIMARY', columns: ['id'], entries: ['10', '20', '25'] }],
  })
  expect(locks.hidden || locks.indexes[0]!.locks).toEqual([
    { session: 'A', mode: 'X', on: 'gap', entry: 1, waiting: false, heldBy: [] },
    { session: 'B', mode: 'X', on: 'insert', entry: 1, waiting: true, heldBy: ['A'] },
  ])
  await close(stage)
})

test('a wait that ends by itself is reported to every watcher', async () => {
  const { stage } = await open('09-errors', 'lock-timeout')
  for (const step of [0, 1, 2, 3]) await send(stage, step)
  const waiting = await send(stage, 4)
  expect(waiting.steps[4]!.result).toBe('waits')
  let view = waiting
  while (view.steps[4]!.state !== 'done') {
    view = await stages.handlers['stage/watch']({ stage, version: view.version }, never)
  }
  expect(view.steps[4]!.result).toBe('waits, then error 1205')
  await close(stage)
})

test('DDL that waits is shown with the transaction that it waits for, and closing frees everything', async () => {
  const { stage } = await open('09-errors', 'ddl-waits')
  for (const step of [0, 1, 2]) await send(stage, step)
  const { locks, sessions } = await send(stage, 3)
  expect(!locks.hidden && locks.tables).toEqual([
    { session: 'B', table: 'notes', heldBy: ['A'] },
    { session: 'C', table: 'notes', heldBy: ['B'] },
  ])
  expect(sessions.map(({ waitsFor }) => waitsFor)).toEqual([[], ['A'], ['B']])
  await close(stage)
  expect(await left()).toEqual([])
})

test('a scene that the page no longer watches leaves neither connections nor a schema', async () => {
  const opened = await openUnwatched('09-errors', 'deadlock')
  const { stage } = opened
  const gone = new AbortController()
  const watching = keepWatching(opened, gone.signal)
  for (const step of [0, 1, 2, 3, 4]) await send(stage, step)
  expect((await left()).length).toBeGreaterThan(2)
  gone.abort()
  await watching
  await until(async () => (await left()).length === 0)
  await expect(send(stage, 5)).rejects.toMatchObject({ code: 'BAD_COMMAND' })
})

test('a scene that was opened and never watched is closed, too', async () => {
  await openUnwatched('06-connection', 'lost-update')
  await until(async () => (await left()).length === 0)
})

test('where the server hides its locks, the scene plays without them and says so', async () => {
  const { access, session } = lease
  // An administrator without the right to read the performance schema.
  const blind = { ...access, admin: access.student }
  await using hiding = stageActions({ access: blind, session: `${session}_x` })
  const { 'stage/open': openHidden, 'stage/step': step, 'stage/watch': watch } = hiding.handlers
  const { stage, view } = await openHidden({ page: '09-errors', scene: 'deadlock' }, never)
  const watching = new AbortController()
  void watch({ stage, version: view.version }, watching.signal)
  expect(view.locks).toEqual({ hidden: true })
  for (const index of [0, 1, 2, 3]) await step({ stage, step: index }, never)
  const waiting = await step({ stage, step: 4 }, never)
  expect(waiting.steps[4]!.state).toBe('waiting')
  expect(waiting.locks).toEqual({ hidden: true })
  const after = await step({ stage, step: 5 }, never)
  const results = after.steps.slice(4, 6).map(({ result }) => result)
  expect(results).toContainEqual(expect.stringMatching(/1213$/))
  watching.abort()
})

test('only the names of existing scenes and statements are accepted', async () => {
  for (const [page, scene] of [
    ['../06-connection', 'lost-update'],
    ['06-connection', 'deadlock'],
    ['06-connection', 'DROP SCHEMA x'],
  ])
    await expect(openUnwatched(page!, scene!)).rejects.toMatchObject({ code: 'BAD_COMMAND' })
  const { stage, view } = await open('06-connection', 'lost-update', 'no such level')
  expect(view.level).toBe('REPEATABLE READ')
  for (const step of [99, -1, 0.5, Number.NaN, 'DROP TABLE goods' as never]) {
    expect((await send(stage, step)).steps.every(({ state }) => state === 'ready')).toBe(true)
  }
  await close(stage)
})

// --- internal ---

/** Opens a scene, and watches it until it is closed. */
async function open(page: string, scene: string, level?: string) {
  const opened = await openUnwatched(page, scene, level)
  void keepWatching(opened, never)
  return opened
}

/** Watches as a page does: again and again, until it goes away or the scene is closed. */
async function keepWatching(
  { stage, view: { version } }: Awaited<ReturnType<typeof openUnwatched>>,
  signal: AbortSignal,
) {
  while (!signal.aborted) {
    try {
      ;({ version } = await stages.handlers['stage/watch']({ stage, version }, signal))
    } catch {
      return
    }
  }
}

async function openUnwatched(page: string, scene: string, level?: string) {
  const input = { page, scene, ...(level && { level: level as never }) }
  return stages.handlers['stage/open'](input, never)
}

async function send(stage: string, step: number) {
  return stages.handlers['stage/step']({ stage, step }, never)
}

async function close(stage: string) {
  await stages.handlers['stage/close']({ stage }, never)
}

/** The schemas of scenes, and the connections that are in one. */
async function left(): Promise<string[]> {
  await using own = await connect(lease.access.admin)
  const [rows] = await own.connection.query<(RowDataPacket & { name: string })[]>(
    `SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE '%\\_scene%'
     UNION ALL SELECT DB FROM performance_schema.processlist WHERE DB LIKE '%\\_scene%'`,
  )
  return rows.map(({ name }) => name)
}
