import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { findExercise } from '../content/lessons.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { until } from '../testing/lease.ts'
import type { Progress } from '../progress/types.ts'
import type { Verdict } from '../verdict.ts'
import type { SessionNote } from './note.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

// `npm run check -- ID` while `npm run watch` runs in another terminal.

const exercise = findExercise('ddl/create-database')
const onPosix = test.skipIf(process.platform === 'win32')

let checkout: Checkout
let solution: string
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  solution = await readFile(exercise.solution, 'utf8')
  await checkout.run(['db', 'start'])
})
afterAll(async () => checkout[Symbol.asyncDispose]())

test('the session does the work and shows it; output and exit code are the same as without a session', async () => {
  await answerWith(solution)
  const alone = await check()
  expect(alone).toMatchObject({ code: 0, status: 'passed' })
  await using session = await watch()
  const before = await attempts()
  const [asked] = await Promise.all([check(), session.prints(exercise.id)])
  expect(asked).toMatchObject({ code: 0, stderr: '', status: 'passed' })
  expect(Object.keys(asked.verdict)).toEqual(Object.keys(alone.verdict))
  expect(await attempts()).toBe(before + 1)

  const shown = await checkout.run(['check', exercise.id, '--lang', 'ru'])
  expect(shown.stdout).toContain('решено')
})

test('the session answers a wrong answer with exit code 1, and a lesson exercise by exercise', async () => {
  await answerWith(body('await connection.query("SELECT 1")'))
  await using session = await watch()
  const [{ code, status }] = await Promise.all([check(), session.prints(exercise.id)])
  expect({ code, status }).toEqual({ code: 1, status: 'failed' })

  const lesson = await checkout.run(['check', exercise.lesson, '--json'])
  const verdicts = JSON.parse(lesson.stdout) as Verdict[]
  expect(verdicts.length).toBeGreaterThan(3)
  for (const one of verdicts) await session.prints(one.exercise)
})

onPosix('a session that dies midway or is suspended leaves the work to the check', async () => {
  for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
    const begun = path.join(checkout.root, `begun-${signal}`)
    await answerWith(slowOnce(begun))
    await using session = await watch()
    const checked = check()
    await until(() => existsSync(begun), checked)
    session.child.kill(signal)
    expect(await checked).toMatchObject({ code: 0, status: 'passed' })
    session.child.kill('SIGKILL')
  }
})

test('a check that is interrupted leaves the session as it was', async () => {
  const begun = path.join(checkout.root, 'begun-interrupted')
  await answerWith(slowOnce(begun))
  await using session = await watch()
  const child = checkout.start(['check', exercise.id])
  await until(() => existsSync(begun))
  const closed = once(child, 'close')
  child.kill('SIGINT')
  const [code, signal] = await closed
  expect(process.platform === 'win32' ? signal : code).toBe(
    process.platform === 'win32' ? 'SIGINT' : 130,
  )
  await session.prints(exercise.id)
  expect(await check()).toMatchObject({ code: 0, status: 'passed' })
})

test('a session with older specs is not asked', async () => {
  await answerWith(solution)
  await using session = await watch()
  await appendFile(checkout.at(exercise.spec), '\n// newer\n')
  expect(await check()).toMatchObject({ code: 0, status: 'passed' })
  expect(session.printed()).not.toContain(exercise.id)
  tells('it is not asked: the command checks by itself')
})

test('a client without the token gets no answer', async () => {
  await using session = await watch()
  const socket = connect((await readNote()).address)
  socket.write(`${JSON.stringify({ token: 'guessed', exercises: [exercise.id] })}\n`)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  await once(socket, 'close')
  expect(answer).toBe('')
  expect(session.printed()).not.toContain(exercise.id)
  tells('no answer')
})

onPosix('only this user reaches the socket and reads the token', async () => {
  await using _session = await watch()
  const { address } = await readNote()
  expect((await stat(path.dirname(address))).mode & 0o777).toBe(0o700)
  expect((await stat(noteFile())).mode & 0o777).toBe(0o600)
  expect(address.length).toBeLessThan(104)
})

test.runIf(process.getuid?.() === 0)(
  'another user is refused by the system (as root)',
  async () => {
    await using _session = await watch()
    const { address } = await readNote()
    const script = `const socket = require('net').connect(process.argv[1])
    for (const event of ['connect', 'error'])
      socket.on(event, (error) => { console.log(error?.code ?? 'let in'); socket.destroy() })`
    const { stdout } = spawnSync(process.execPath, ['-e', script, address], {
      uid: 65_534,
      cwd: '/',
      encoding: 'utf8',
    })
    expect(stdout).toBe('EACCES\n')
    tells('EACCES')
  },
)

onPosix(
  'nothing of a session is left, and the next one sweeps after one that was killed',
  async () => {
    const killed = await watch()
    const { address } = await readNote()
    await killed.end('SIGKILL')
    expect(existsSync(address)).toBe(true)
    const next = await watch()
    expect(existsSync(path.dirname(address))).toBe(false)
    const own = (await readNote()).address
    await next.end('SIGINT')
    expect(existsSync(path.dirname(own))).toBe(false)
    expect(existsSync(noteFile())).toBe(false)
    tells('nothing is left; the next one sweeps')
  },
)

// --- internal ---

function body(code: string): string {
  return solution.replace(/\/\/ #region TODO[^]*?\/\/ #endregion/, code)
}

/** The solution; if it is run first, it waits longer than the session lives. */
function slowOnce(begun: string): string {
  const wait = `const { existsSync, writeFileSync } = await import('node:fs')
  if (!existsSync(${JSON.stringify(begun)})) {
    writeFileSync(${JSON.stringify(begun)}, '')
    await new Promise((resolve) => setTimeout(resolve, 3000))
  }
  // #region TODO`
  return solution.replace('// #region TODO', () => wait)
}

async function answerWith(source: string): Promise<void> {
  await writeFile(checkout.at(exercise.file), source)
}

async function check() {
  const { code, stdout, stderr } = await checkout.run(['check', exercise.id, '--json'])
  const [verdict] = JSON.parse(stdout) as [Verdict]
  return { code, stderr, verdict, status: verdict.status }
}

async function watch() {
  const child = checkout.start(['watch'])
  let output = ''
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk))
  await nextLine(child, /Ctrl-C/)
  return {
    child,
    printed: () => output,
    prints: (text: string) => until(() => output.includes(text)),
    end: (signal: NodeJS.Signals) => end(child, signal),
    [Symbol.asyncDispose]: () => end(child, 'SIGINT'),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill(signal)
  await closed
}

function noteFile(): string {
  return path.join(checkout.state, 'session.json')
}

async function readNote(): Promise<SessionNote> {
  return JSON.parse(await readFile(noteFile(), 'utf8')) as SessionNote
}

async function attempts(): Promise<number> {
  const text = await readFile(path.join(checkout.state, 'progress.json'), 'utf8')
  return (JSON.parse(text) as Progress).exercises[exercise.id]!.attempts
}
