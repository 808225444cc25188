import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findExercise } from '../content/lessons.ts'
import { say } from '../language/language.ts'
import { copyCheckout, type Checkout, type RunResult } from '../testing/checkout.ts'
import { sentence, faultTable } from '../testing/fault-table.ts'
import { accessOf, killServer } from '../testing/running-server.ts'
import { shareServer } from '../testing/share-server.ts'
import { canMount, mountDisk } from '../testing/small-disk.ts'
import { connect } from './connect.ts'

// Where the workbook keeps its server and its notes, and what can be wrong with that place.

const tells = faultTable()
const home = mkdtempSync(path.join(tmpdir(), 'workbook-folders-'))
const disk = path.join(home, 'disk')
mkdirSync(disk)
const odd = path.join(
  home,
  `Моя "тетрадь" it's #1 100% 🐈 $HOME & co`,
  'x'.repeat(100),
  'y'.repeat(100),
)
let checkout: Checkout
beforeAll(async () => {
  checkout = await copyCheckout()
  await shareServer(odd)
})
afterAll(async () => {
  for (const state of [odd, disk]) await killServer(state)
  await checkout?.[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

test('a TMPDIR that does not exist is named', async () => {
  const folder = path.join(home, 'nowhere')
  const told = await start(odd, { TMPDIR: folder, TEMP: folder, TMP: folder })
  const reason = say('disk.ENOENT', {}, 'en')
  expectTold(
    told,
    say('no-temporary', { folder, reason }, 'en'),
    say('no-temporary.next', {}, 'en'),
  )
  tells(`exit 3: ${sentence('no-temporary')} ${sentence('no-temporary.next')}`)
})

test('spaces, quotes, Cyrillic, an emoji, # and % in a path of 300 characters change nothing', async () => {
  expect(await start(odd)).toMatchObject({ code: 0 })
  await using own = await connect((await accessOf(odd)).student, { database: 'ai_chat_db' })
  await own.connection.query('SELECT * FROM messages')
  await stop(odd)
  tells('the server starts')
})

test('a taken port is left to the program that has it', async () => {
  const port = JSON.parse(readFileSync(path.join(odd, 'port.json'), 'utf8')) as number
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  expect(await start(odd)).toMatchObject({ code: 0 })
  expect((await accessOf(odd)).admin.port).not.toBe(port)
  other.close()
  await stop(odd)
  tells('the server takes another port')
})

// Only root may mount a disk to fill; where it may not, the report lists these as skipped.
const onSmallDisk = test.runIf(canMount(disk))

onSmallDisk(
  'a disk that is full at the first start leaves no half data folder (as root)',
  async () => {
    using small = mountDisk(disk, 30)
    await shareServer(disk)
    const told = await start(disk)
    const next = say('db.initialise-failed.next', {}, 'en')
    expectTold(told, say('db.initialise-failed', { reason: '' }, 'en').trim(), next)
    expect(readdirSync(disk).filter((name) => name.startsWith('data'))).toEqual([])
    small.mend()
    tells(`exit 3: ${sentence('db.initialise-failed')} ${sentence('db.initialise-failed.next')}`)
  },
)

onSmallDisk(
  'a full disk and one that is read-only are told apart, and lose nothing (as root)',
  async () => {
    using small = mountDisk(disk, 300)
    await shareServer(disk)
    expect(await start(disk)).toMatchObject({ code: 0 })
    await insert('kept')
    await stop(disk)
    const next = say('db.file-system.next', {}, 'en')
    const faults = { ENOSPC: small.fill, EROFS: small.makeReadOnly } as const
    for (const code of ['ENOSPC', 'EROFS'] as const) {
      faults[code]()
      expectTold(await start(disk), say(`disk.${code}`, {}, 'en'), next)
      expect((await run(disk, ['progress'])).code).toBe(0)
      small.mend()
      expect(await start(disk)).toMatchObject({ code: 0 })
      expect(await titles()).toContain('kept')
      await stop(disk)
    }
    tells(`exit 3: ${sentence('db.file-system')} ${sentence('db.file-system.next')}`)
  },
)

onSmallDisk(
  'a checkout on a disk that may only be read is named as such at the first start (as root)',
  async () => {
    using small = mountDisk(disk, 1)
    small.makeReadOnly()
    const next = say('db.file-system.next', {}, 'en')
    expectTold(await start(path.join(disk, 'new', 'state')), say('disk.EROFS', {}, 'en'), next)
    small.mend()
    tells(`exit 3: ${sentence('db.file-system')} ${sentence('db.file-system.next')}`)
  },
)

onSmallDisk(
  'a disk that fills up during a check is told, and the next check is as always (as root)',
  async () => {
    const exercise = findExercise('ddl/create-database')
    const solution = readFileSync(exercise.solution, 'utf8')
    const filler = JSON.stringify(path.join(disk, 'filler'))
    const fill = `const { writeFileSync } = await import('node:fs')
    for (const size of [1024 ** 2, 512])
      try { for (;;) writeFileSync(${filler}, Buffer.alloc(size), { flag: 'a' }) } catch {}
    // #region TODO`
    using small = mountDisk(disk, 300)
    await shareServer(disk)
    expect(await start(disk)).toMatchObject({ code: 0 })
    writeFileSync(
      checkout.at(exercise.file),
      solution.replace('// #region TODO', () => fill),
    )
    const next = say('db.file-system.next', {}, 'en')
    expectTold(await run(disk, ['check', exercise.id]), say('disk.ENOSPC', {}, 'en'), next)
    small.mend()
    writeFileSync(checkout.at(exercise.file), solution)
    const { code, stdout, stderr } = await run(disk, ['check', exercise.id])
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' })
    await stop(disk)
    tells(`exit 3: ${sentence('db.file-system')} ${sentence('db.file-system.next')}`)
  },
)

// --- internal ---

function run(state: string, args: string[], env: Record<string, string> = {}): Promise<RunResult> {
  return checkout.run(args, { env: { WORKBOOK_STATE: state, ...env } })
}

function start(state: string, env?: Record<string, string>): Promise<RunResult> {
  return run(state, ['db', 'start'], env)
}

async function stop(state: string): Promise<void> {
  expect((await run(state, ['db', 'stop'])).code).toBe(0)
}

/** Told in these words, as a failure of the environment. */
function expectTold({ code, stderr }: RunResult, what: string, next: string): void {
  expect(stderr).toContain(what)
  expect(stderr).toContain(next)
  expect(stderr).not.toMatch(/^ {4}at /m)
  expect(code).toBe(3)
}

async function insert(title: string): Promise<void> {
  await using own = await connect((await accessOf(disk)).student, { database: 'ai_chat_db' })
  await own.connection.query('INSERT INTO conversations (title) VALUES (?)', [title])
}

async function titles(): Promise<string[]> {
  await using own = await connect((await accessOf(disk)).student, { database: 'ai_chat_db' })
  const [rows] = await own.connection.query('SELECT title FROM conversations')
  return (rows as { title: string }[]).map(({ title }) => title)
}
