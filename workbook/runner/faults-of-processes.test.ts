import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { answerBench, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { killServer } from '../testing/running-server.ts'

// Processes that a student's code starts or keeps, and those that disappear: nothing waits, nothing is left behind.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench

test('children that the code starts, even detached ones, end with the check and delay nothing', async () => {
  const started = path.join(bench.checkout.root, 'children')
  const children = `const { spawn } = await import('node:child_process')
    const { appendFileSync, existsSync } = await import('node:fs')
    // At the first call: the spec makes many.
    if (!existsSync(${JSON.stringify(started)})) {
      for (const detached of [false, true]) {
        const child = spawn('sleep', ['300'], { detached, stdio: ['ignore', 'inherit', 'inherit'] })
        appendFileSync(${JSON.stringify(started)}, child.pid + '\\n')
      }
      spawn('sh', ['-c', 'setsid sleep 300 & echo $! >> "$0"', ${JSON.stringify(started)}])
      await new Promise((resolve) => setTimeout(resolve, 300))
    }`
  writeFileSync(bench.file, solution.replace('// #region TODO', `${children}\n  // #region TODO`))
  const { verdict } = await bench.check()
  expect(verdict.status).toBe('passed')
  const pids = readFileSync(started, 'utf8').split('\n').filter(Boolean).map(Number)
  expect(pids.length).toBeGreaterThanOrEqual(3)
  await vi.waitFor(() => expect(pids.filter(runs)).toEqual([]), 10_000)
  tells(`${verdict.status}; none of them runs any more`)
})

test('code that blocks on the message that asks it to end delays nothing', async () => {
  const blocking = "process.on('message', (message) => { if (message?.type === 'stop') for (;;); })"
  const begun = performance.now()
  writeFileSync(bench.file, solution)
  await bench.check()
  const usual = performance.now() - begun
  writeFileSync(bench.file, `// @ts-nocheck\n${blocking}\n${solution}`)
  const { verdict, code, stderr } = await bench.check()
  // Vitest by itself would wait a minute for the answer.
  expect(performance.now() - begun - usual).toBeLessThan(50_000 + usual)
  expect({ status: verdict.status, code, stderr }).toEqual({
    status: 'passed',
    code: 0,
    stderr: '',
  })
  tells(toldBy(verdict))
})

test('a command whose reader has gone ends silently', async () => {
  for (const command of ['progress', 'check']) {
    const child = bench.checkout.start([command])
    let errors = ''
    child.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout!.destroy()
    await once(child, 'exit')
    expect(errors).toBe('')
  }
  tells('nothing')
})

test('a corrected helper counts at the next check of a session', async () => {
  const helper = path.join(path.dirname(bench.file), 'helper.ts')
  const importing = `import { help } from './helper.ts'\n${solution.replace('// #region TODO', 'help()\n  // #region TODO')}`
  writeFileSync(helper, "export function help() { throw new Error('not yet') }\n")
  writeFileSync(bench.file, solution)
  const session = bench.checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  const failed = nextLine(session, /: not right yet/)
  writeFileSync(bench.file, importing)
  await failed
  writeFileSync(helper, 'export function help() {}\n')
  const passed = nextLine(session, /: passed/)
  writeFileSync(bench.file, `${importing}// again\n`)
  await passed
  session.kill()
  rmSync(helper)
  tells('passed')
})

test("a server that is killed is not the answer's fault, and a watching session brings it back", async () => {
  writeFileSync(bench.file, solution)
  const session = bench.checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  await killServer(bench.checkout.state)
  const passed = nextLine(session, /: passed/)
  writeFileSync(bench.file, `${solution}// again\n`)
  await passed
  tells('passed')
})

test('fifty saves in a second end in the verdict on the last one', async () => {
  writeFileSync(bench.file, bench.body(''))
  const session = bench.checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  let told = ''
  session.stdout!.on('data', (chunk: Buffer) => (told += chunk.toString()))
  for (let save = 0; save < 50; save++) {
    writeFileSync(bench.file, bench.body(`throw new Error('${save}')`))
    await delay(20)
  }
  const passed = nextLine(session, /: passed/)
  writeFileSync(bench.file, solution)
  await passed
  const { verdict } = await bench.check()
  session.kill()
  const verdicts = told.match(/ddl\/create-database/g) ?? []
  expect({ status: verdict.status, few: verdicts.length < 25 }).toEqual({
    status: 'passed',
    few: true,
  })
  tells('passed; saves that come while a check runs are one')
})

// --- internal ---

/** Is this process there, and not a zombie? */
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
