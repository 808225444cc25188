import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { connect } from '../database/connect.ts'
import { sessionOfSchema } from '../database/own-schema.ts'
import { listSchemas } from '../database/practice.ts'
import { say } from '../language/language.ts'
import { answerBench } from '../testing/check-answer.ts'
import { faultTable, sentence } from '../testing/fault-table.ts'
import { until } from '../testing/lease.ts'
import { identify, isAlive } from '../system/process-identity.ts'
import { accessOf } from '../testing/running-server.ts'

// What befalls a running session, and how files come to it; the next save and the next session are as always.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench
const onPosix = test.skipIf(process.platform === 'win32')

const stages = {
  'before it has said anything': async () => {},
  'while it starts': (session: ChildProcess) => until(() => users().includes(session.pid)),
  'when it is ready': (session: ChildProcess) => nextLine(session, /ready: /),
  'during a check': async (session: ChildProcess) => {
    await nextLine(session, /ready: /)
    const begun = path.join(bench.checkout.root, 'begun')
    rmSync(begun, { force: true })
    save(waiting(begun))
    await until(() => existsSync(begun))
  },
  'while it ends': async (session: ChildProcess) => {
    await nextLine(session, /ready: /)
    const ending = nextLine(session, /Stopping|stopping/)
    session.kill('SIGINT')
    await ending
  },
}

for (const [stage, reached] of Object.entries(stages)) {
  test(`a session killed ${stage} is in nobody's way`, async () => {
    const killed = start()
    const closed = once(killed, 'close')
    await reached(killed)
    killed.kill('SIGKILL')
    await closed
    const session = await ready()
    expect({ users: users(), schemas: await sessionSchemas() }).toEqual({
      users: [session.pid],
      schemas: [],
    })
    const passed = nextLine(session, /: passed/)
    save(`${solution}// ${stage}\n`)
    await passed
    expect(await end(session)).toBe(0)
    // Nor has a worker of the killed one gone on.
    expect(await sessionSchemas()).toEqual([])
    tells('the next one starts and judges')
  })
}

// Elsewhere nothing tells whose worker it was.
test.runIf(process.platform === 'linux')(
  'an endless loop of a session that was killed ends with the next one',
  async () => {
    const killed = await ready()
    const closed = once(killed, 'close')
    const begun = path.join(bench.checkout.root, 'looping')
    save(looping(begun))
    await until(() => existsSync(begun))
    const worker = identify(Number(readFileSync(begun, 'utf8')))
    killed.kill('SIGKILL')
    await closed
    expect(isAlive(worker)).toBe(true)
    const session = await ready()
    expect(isAlive(worker)).toBe(false)
    expect(await end(session)).toBe(0)
    tells('the next one starts and judges, and nothing of it is left')
  },
)

test('two sessions that start in the same second, on a port that is taken, both work', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const sessions = [start(port), start(port)]
  const urls = await Promise.all(sessions.map((one) => nextLine(one, /ready: (http:\S+)/)))
  const addresses = urls.map(([, url]) => url!)
  expect(new Set([...addresses, `http://127.0.0.1:${port}/`]).size).toBe(3)
  for (const address of addresses) expect((await fetch(address)).status).toBe(200)
  const passed = sessions.map((one) => nextLine(one, /: passed/))
  save(`${solution}// for two\n`)
  await Promise.all(passed)
  other.close()
  for (const one of sessions) expect(await end(one)).toBe(0)
  tells('each on the next free port; both judge')
})

onPosix('a session that is suspended for some seconds goes on where it was', async () => {
  const session = await watching()
  const passed = nextLine(session, /: passed/)
  session.kill('SIGSTOP')
  save(`${solution}// while it sleeps\n`)
  // The sleep itself: longer than any timer of the session.
  await delay(5000)
  session.kill('SIGCONT')
  await passed
  expect(await end(session)).toBe(0)
  tells('what was saved in the meantime is judged')
})

test('editors that save by renaming, by deleting, twice, or half a file at a time', async () => {
  const session = await watching()
  const { file } = bench
  const ways = [
    (right: string) => {
      writeFileSync(`${file}~`, right)
      renameSync(`${file}~`, file)
    },
    (right: string) => {
      renameSync(file, `${file}.bak`)
      writeFileSync(file, right)
    },
    (right: string) => {
      writeFileSync(file, '')
      writeFileSync(file, right)
    },
    async (right: string) => {
      const half = Math.floor(right.length / 2)
      writeFileSync(file, right.slice(0, half))
      await delay(200)
      appendFileSync(file, right.slice(half))
    },
  ]
  for (const [number, way] of ways.entries()) {
    const failed = nextLine(session, /: not right yet/)
    save(`${bench.body('')}// ${number}\n`)
    await failed
    const passed = nextLine(session, /: passed/)
    await way(`${solution}// ${number}\n`)
    await passed
  }
  rmSync(`${file}.bak`)
  expect(await end(session)).toBe(0)
  tells('the verdict is that on the whole file')
})

/** A folder whose changes are made below it, where the system does not see them: as from Windows in WSL. */
const lower = mkdtempSync(path.join(tmpdir(), 'workbook-lower-'))
afterAll(() => rmSync(lower, { recursive: true, force: true }))

test.runIf(canOverlay())('a file system that reports no changes (as root)', async () => {
  const lessons = path.dirname(path.dirname(bench.file))
  const seen = path.join(lower, 'lessons')
  cpSync(lessons, seen, { recursive: true })
  overlay(seen, lessons)
  try {
    const session = await watching()
    const passed = nextLine(session, /: passed/)
    writeFileSync(path.join(seen, path.relative(lessons, bench.file)), `${solution}// unseen\n`)
    await passed
    expect(await end(session)).toBe(0)
  } finally {
    execFileSync('umount', ['--lazy', lessons])
  }
  tells('the saved file is found by looking, some seconds later')
})

// Only root can act as another user.
test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  "another user's .workbook/ is named, and not touched (as root)",
  async () => {
    save(solution)
    chmodSync(path.dirname(bench.checkout.root), 0o755)
    const child = spawn(process.execPath, bench.checkout.argv(['check', 'ddl/create-database']), {
      uid: 65_534,
      gid: 65_534,
      cwd: bench.checkout.root,
      env: bench.checkout.environment({ HOME: '/' }),
    })
    const closed = once(child, 'close')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [code] = (await closed) as [number | null]
    expect(stdout + stderr).not.toMatch(/^ {4}at /m)
    expect(stderr).toContain(say('disk.EACCES', {}, 'en'))
    expect(stderr).toContain(say('db.file-system.next', {}, 'en'))
    expect(code).toBe(3)
    tells(`exit 3: ${sentence('db.file-system')} ${sentence('db.file-system.next')}`)
  },
)

test('a version of Node.js that is too old is named, in both languages', async () => {
  const older = "Object.defineProperty(process.versions, 'node', { value: '18.20.8' })"
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
      ...bench.checkout.argv(['check']),
    ],
    { cwd: bench.checkout.root, env: bench.checkout.environment() },
  )
  const closed = once(child, 'close')
  const stderr = await text(child.stderr)
  const [code] = (await closed) as [number | null]
  expect(stderr).toMatch(/needs Node\.js 20\.19[^]*https:\/\/nodejs\.org[^]*нужен Node\.js/)
  expect(stderr).not.toMatch(/^ {4}at /m)
  expect(code).toBe(3)
  tells('exit 3: The workbook needs Node.js 20.19, 22.12 or newer')
})

// --- internal ---

function save(source: string): void {
  writeFileSync(bench.file, source)
}

/** The processes that are noted as using the server. */
function users(): (number | undefined)[] {
  const folder = path.join(bench.checkout.state, 'users')
  const notes = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return notes.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).pid)
}

/** What checks make, and drop again. */
async function sessionSchemas(): Promise<string[]> {
  const { admin, practice } = await accessOf(bench.checkout.state)
  await using own = await connect(admin)
  return listSchemas(own.connection, (name) => sessionOfSchema(practice, name) !== undefined)
}

/** The solution, which first says that it runs and then stays for a while. */
function waiting(begun: string): string {
  const wait = `(await import('node:fs')).writeFileSync(${JSON.stringify(begun)}, '')
  await new Promise((resolve) => setTimeout(resolve, 3000))
  // #region TODO`
  return solution.replace('// #region TODO', () => wait)
}

/** The solution, which first says in which process it runs and then never gives it back. */
function looping(begun: string): string {
  const loop = `const files = await import('node:fs')
  files.writeFileSync(${JSON.stringify(`${begun}~`)}, String(process.pid))
  files.renameSync(${JSON.stringify(`${begun}~`)}, ${JSON.stringify(begun)})
  for (;;);
  // #region TODO`
  return solution.replace('// #region TODO', () => loop)
}

function start(port = 5793): ChildProcess {
  return bench.checkout.start(['start', '--no-open', '--port', String(port)])
}

async function ready(): Promise<ChildProcess> {
  const session = start()
  await nextLine(session, /ready: /)
  return session
}

async function watching(): Promise<ChildProcess> {
  const session = bench.checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  return session
}

async function end(session: ChildProcess): Promise<number | null> {
  const closed = once(session, 'close')
  session.kill('SIGINT')
  return ((await closed) as [number | null])[0]
}

function overlay(below: string, at: string): void {
  const empty = path.join(lower, 'empty')
  mkdirSync(empty, { recursive: true })
  const options = `lowerdir=${below}:${empty}`
  execFileSync('mount', ['-t', 'overlay', '-o', options, 'overlay', at], { stdio: 'pipe' })
}

/** Only root may mount, and in some containers not even root. */
function canOverlay(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const [below, at] = ['below', 'at'].map((name) => path.join(lower, name)) as [string, string]
  for (const folder of [below, at]) mkdirSync(folder)
  try {
    overlay(below, at)
    execFileSync('umount', [at])
    return true
  } catch {
    return false
  }
}
