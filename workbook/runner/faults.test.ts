import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import type { Verdict } from '../verdict.ts'

// Whatever a student's code does, its verdict comes by itself and says what happened.

const tells = faultTable()
const bench = answerBench()
const { solution, body } = bench

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
  'a connection that the file opens and that is refused at load time': [
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

for (const [fault, [source, status, key]] of Object.entries(faults)) {
  test(`${fault} gives the verdict "${status}"`, async () => {
    writeFileSync(bench.file, source)
    const { verdict, code, stderr } = await bench.check()
    expect({ status: verdict.status, keys: keysOf(verdict) }).toEqual({
      status,
      keys: expect.arrayContaining([key]),
    })
    expect(code).toBe(1)
    expect(stderr).toBe('')
    tells(toldBy(verdict))
  })
}

test('the solution passes and exits with 0', async () => {
  writeFileSync(bench.file, solution)
  const { verdict, code } = await bench.check()
  expect({ verdict, code }).toMatchObject({ verdict: { status: 'passed' }, code: 0 })
  tells(toldBy(verdict))
})
