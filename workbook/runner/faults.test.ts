import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
    'finding.worker-died',
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
    const { verdict, code } = await check()
    expect({ status: verdict.status, keys: keysOf(verdict) }).toEqual({
      status,
      keys: expect.arrayContaining([key]),
    })
    expect(code).toBe(1)
  })
}

test('a deleted file is named, with the command that brings it back', async () => {
  rmSync(studentFile())
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

async function check(): Promise<{ verdict: Verdict; code: number | null }> {
  const { stdout, stderr, code } = await checkout.run(['check', exercise.id, '--json'])
  try {
    return { verdict: (JSON.parse(stdout) as Verdict[])[0]!, code }
  } catch {
    throw new Error(`No verdict came:\n${stdout}\n${stderr}`)
  }
}

function keysOf(verdict: Verdict): string[] {
  return [verdict.problem, ...verdict.tests.map(({ failure }) => failure)].flatMap(
    (one) => one?.finding.key ?? [],
  )
}
