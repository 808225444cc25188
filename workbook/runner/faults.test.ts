import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { listExercises } from '../content/lessons.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { killServer } from '../testing/running-server.ts'
import type { Verdict } from '../verdict.ts'

// Whatever a student's file does, its verdict comes by itself and says what happened.

const exercise = listExercises().find(({ id }) => id === 'ddl/create-database')!
const solution = readFileSync(exercise.solution, 'utf8')
const body = (code: string) => solution.replace(/\/\/ #region TODO[^]*?\/\/ #endregion/, code)

const faults = {
  'an endless loop': [body('while (true) {}'), 'timed-out', 'finding.endless-loop'],
  'a promise that never settles': [
    body('await new Promise(() => {})'),
    'timed-out',
    'finding.timed-out',
  ],
  'process.exit()': [body('process.exit(0)'), 'failed', 'finding.process-exit'],
  'an unhandled rejection': [
    body("void Promise.reject(new Error('nobody waits'))"),
    'failed',
    'finding.unhandled-rejection',
  ],
  'a syntax error': [body('const = ;'), 'crashed', 'finding.syntax-error'],
  'a missing export': [
    solution.replace('export async', 'async'),
    'failed',
    'finding.missing-export',
  ],
  'a throw at load time': [
    `throw new Error('at load')\n${solution}`,
    'crashed',
    'finding.import-failed',
  ],
  'an import that is not there': [
    `import 'not-installed'\n${solution}`,
    'crashed',
    'finding.import-failed',
  ],
  'a killed process': [
    body("process.kill(process.pid, 'SIGKILL')"),
    'crashed',
    'finding.worker-died',
  ],
  'memory without end': [
    body('const kept: unknown[] = []; for (;;) kept.push(new Array(1e6).fill(kept.length))'),
    'crashed',
    'finding.out-of-memory',
  ],
  'four gigabytes of Buffers': [
    body(
      `const kept: Buffer[] = []
       for (let n = 0; n < 64; n++) {
         kept.push(Buffer.alloc(64 * 2 ** 20, 1))
         await new Promise((resolve) => setTimeout(resolve, 20))
       }
       await new Promise(() => kept)`,
    ),
    'crashed',
    'finding.out-of-memory',
  ],
  'one huge allocation': [
    body('new Array(1e8).fill(0).map((_, index) => [index])'),
    'crashed',
    'finding.out-of-memory',
  ],
  'a recursion that never ends': [
    body('const again = (): number => 1 + again()\n  again()'),
    'failed',
    'finding.threw',
  ],
  'an asynchronous recursion that never ends': [
    body(
      'const again = async (): Promise<number> => { await null; return 1 + (await again()) }\n  await again()',
    ),
    'crashed',
    'finding.out-of-memory',
  ],
  'a top-level await that never settles': [
    `await new Promise(() => {})\n${solution}`,
    'timed-out',
    'finding.never-loaded',
  ],
  'two million lines of output': [
    body("for (let line = 0; line < 2e6; line++) console.log('line', line)"),
    'crashed',
    'finding.flood',
  ],
  'a killed parent': [body('process.kill(process.ppid)'), 'crashed', 'finding.worker-died'],
  'a killed group': [body('process.kill(0)'), 'crashed', 'finding.worker-died'],
  'a thrown null': [body('throw null'), 'failed', 'finding.threw-non-error'],
  'a thrown undefined': [body('throw undefined'), 'failed', 'finding.threw-non-error'],
  'a rejection with null': [
    body('void Promise.reject(null)'),
    'failed',
    'finding.unhandled-rejection',
  ],
  'a thrown string': [body("throw 'no error'"), 'failed', 'finding.threw-non-error'],
  'a statement that MySQL refuses': [
    body("await connection.query('CREAT DATABASE x')"),
    'failed',
    'finding.mistake',
  ],
  'a file that is not there': [
    body("await import('node:fs').then((fs) => fs.readFileSync('no-such-file'))"),
    'failed',
    'finding.threw',
  ],
  'an error that nobody catches': [
    solution.replace(
      '// #region TODO',
      "setTimeout(() => { throw new Error('too late') }, 0)\n  // #region TODO",
    ),
    'failed',
    'finding.threw',
  ],
  'a connection of its own that is refused at load time': [
    `import { createConnection as connect } from 'mysql2/promise'
     await connect({ host: '127.0.0.1', port: 1, user: 'root' })\n${solution}`,
    'crashed',
    'finding.import-failed',
  ],
  'a table that stays locked': [
    body(
      "await connection.query('CREATE TABLE locked (id INT)')\n  await connection.query('LOCK TABLES locked WRITE')",
    ),
    'failed',
    'finding.mistake',
  ],
  'an empty file': ['', 'failed', 'finding.missing-export'],
} as const satisfies Record<string, [string, Verdict['status'], string]>

let checkout: Checkout
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  await checkout.run(['db', 'start'])
})
afterAll(async () => checkout[Symbol.asyncDispose]())

for (const [fault, [source, status, key]] of Object.entries(faults)) {
  test(`${fault} gives the verdict "${status}"`, async () => {
    writeFileSync(studentFile(), source)
    const { verdict, code, stderr } = await check()
    expect({ status: verdict.status, keys: keysOf(verdict) }).toEqual({
      status,
      keys: expect.arrayContaining([key]),
    })
    expect(code).toBe(1)
    expect(stderr).toBe('')
  })
}

test('children that the code starts, also detached ones, end with the check and keep nothing waiting', async () => {
  const started = path.join(checkout.root, 'children')
  const children = `const { spawn } = await import('node:child_process')
    const { appendFileSync } = await import('node:fs')
    for (const detached of [false, true]) {
      const child = spawn('sleep', ['300'], { detached, stdio: ['ignore', 'inherit', 'inherit'] })
      appendFileSync(${JSON.stringify(started)}, child.pid + '\\n')
    }
    spawn('sh', ['-c', 'setsid sleep 300 & echo $! >> "$0"', ${JSON.stringify(started)}])
    await new Promise((resolve) => setTimeout(resolve, 300))`
  writeFileSync(
    studentFile(),
    solution.replace('// #region TODO', `${children}\n  // #region TODO`),
  )
  const { verdict } = await check()
  expect(verdict.status).toBe('passed')
  const pids = readFileSync(started, 'utf8').split('\n').filter(Boolean).map(Number)
  expect(pids.length).toBeGreaterThanOrEqual(3)
  await vi.waitFor(() => expect(pids.filter(runs)).toEqual([]), 10_000)
})

test('code that blocks on the message that asks it to end keeps nothing waiting', async () => {
  const blocking = "process.on('message', (message) => { if (message?.type === 'stop') for (;;); })"
  writeFileSync(studentFile(), `// @ts-nocheck\n${blocking}\n${solution}`)
  const { verdict, code, stderr } = await check()
  expect({ status: verdict.status, code, stderr }).toEqual({
    status: 'passed',
    code: 0,
    stderr: '',
  })
})

const files = {
  'a folder in its place': [() => mkdirSync(studentFile()), 'finding.file-folder'],
  'a link to nowhere in its place': [
    () => symlinkSync('nowhere', studentFile()),
    'finding.no-file',
  ],
  'fifty megabytes of text': [
    () => writeFileSync(studentFile(), 'x'.repeat(50_000_000)),
    'finding.file-large',
  ],
  'a text in UTF-16': [
    () => writeFileSync(studentFile(), `\uFEFF${solution}`, 'utf16le'),
    'finding.file-no-text',
  ],
} as const satisfies Record<string, [() => void, string]>

for (const [fault, [make, key]] of Object.entries(files)) {
  test(`${fault} is told in one sentence`, async () => {
    rmSync(studentFile(), { recursive: true, force: true })
    make()
    const { verdict, code, stderr } = await check()
    rmSync(studentFile(), { recursive: true, force: true })
    const { status } = verdict
    expect({ status, keys: keysOf(verdict), code, stderr }).toEqual({
      status: 'crashed',
      keys: [key],
      code: 1,
      stderr: '',
    })
  })
}

test('a byte-order mark and line ends of Windows make no difference', async () => {
  writeFileSync(studentFile(), `\uFEFF${solution.replaceAll('\n', '\r\n')}`)
  const { verdict, code } = await check()
  expect({ status: verdict.status, code }).toEqual({ status: 'passed', code: 0 })
})

test('a command whose reader has gone ends without a word', async () => {
  for (const command of ['progress', 'check']) {
    const child = checkout.start([command])
    let errors = ''
    child.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout!.destroy()
    await once(child, 'exit')
    expect(errors).toBe('')
  }
})

test('a deleted file is named, with the command that brings it back', async () => {
  rmSync(studentFile(), { force: true })
  const { verdict, code } = await check()
  expect({ status: verdict.status, keys: keysOf(verdict), code }).toEqual({
    status: 'crashed',
    keys: ['finding.no-file'],
    code: 1,
  })
})

test('a helper that is corrected counts at the next check of a session', async () => {
  const helper = path.join(path.dirname(studentFile()), 'helper.ts')
  const importing = `import { help } from './helper.ts'\n${solution.replace('// #region TODO', 'help()\n  // #region TODO')}`
  writeFileSync(helper, "export function help() { throw new Error('not yet') }\n")
  writeFileSync(studentFile(), solution)
  const session = checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  const failed = nextLine(session, /: not right yet/)
  writeFileSync(studentFile(), importing)
  await failed
  writeFileSync(helper, 'export function help() {}\n')
  const passed = nextLine(session, /: passed/)
  writeFileSync(studentFile(), `${importing}// again\n`)
  await passed
  session.kill()
  rmSync(helper)
})

test('the solution passes and exits with 0', async () => {
  writeFileSync(studentFile(), solution)
  const { verdict, code } = await check()
  expect({ verdict, code }).toMatchObject({ verdict: { status: 'passed' }, code: 0 })
})

test("a server that is killed is not the answer's fault, and a watching session brings it back", async () => {
  writeFileSync(checkout.at(exercise.file), solution)
  const session = checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  await killServer(checkout.state)
  const passed = nextLine(session, /: passed/)
  writeFileSync(checkout.at(exercise.file), `${solution}// again\n`)
  await passed
})

// --- internal ---

function studentFile(): string {
  return checkout.at(exercise.file)
}

/** Is this process there, and no zombie? */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      process.platform !== 'linux' ||
      !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    )
  } catch {
    return false
  }
}

async function check(): Promise<{ verdict: Verdict; code: number | null; stderr: string }> {
  const { stdout, stderr, code } = await checkout.run(['check', exercise.id, '--json'])
  try {
    return { verdict: (JSON.parse(stdout) as Verdict[])[0]!, code, stderr }
  } catch {
    throw new Error(`No verdict came:\n${stdout}\n${stderr}`)
  }
}

function keysOf(verdict: Verdict): string[] {
  return [verdict.problem, ...verdict.tests.map(({ failure }) => failure)].flatMap(
    (one) => one?.finding.key ?? [],
  )
}
