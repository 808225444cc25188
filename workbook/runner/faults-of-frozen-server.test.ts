import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findExercise } from '../content/lessons.ts'
import { answerBench, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { until } from '../testing/lease.ts'
import { testPatience } from '../testing/patience.ts'
import { runningServer } from '../testing/running-server.ts'
import type { Verdict } from '../verdict.ts'

// A server that does not answer, for a while or for good: a laptop's sleep, a paused container, a disk that hangs.

const tells = faultTable()
const bench = answerBench()
const other = findExercise('dml/history')

test.skipIf(process.platform === 'win32')(
  'a server that is frozen for some seconds while a statement is sent delays the check',
  async () => {
    writeFileSync(bench.file, waiting(bench.solution, 'short'))
    const checked = bench.check()
    await until(() => existsSync(note('short')))
    const thaw = await freeze()
    writeFileSync(note('short-on'), '')
    await delay(5000)
    thaw()
    const { verdict, code } = await checked
    expect({ status: verdict.status, code }).toEqual({ status: 'passed', code: 0 })
    tells(toldBy(verdict))
  },
)

test.skipIf(process.platform === 'win32')(
  'a server that stays frozen is not the answer’s fault, while it is loaded or while it runs',
  async () => {
    const file = bench.checkout.at(other.file)
    writeFileSync(bench.file, waiting(bench.solution, 'long'))
    writeFileSync(file, `// @ts-nocheck\nexport async function history() {}\n${hold('loading')}`)
    const ids = ['ddl/create-database', other.id]
    // The command waits for the server several times, one after the other.
    const checked = bench.checkout.run(['check', ...ids, '--json'], { timeout: testPatience })
    for (const name of ['long', 'loading']) await until(() => existsSync(note(name)))
    const thaw = await freeze()
    for (const name of ['long', 'loading']) writeFileSync(note(`${name}-on`), '')
    const { stdout, code } = await checked.finally(thaw)
    const verdicts = JSON.parse(stdout) as Verdict[]
    expect(verdicts.map(({ status }) => status)).toEqual(['blocked', 'blocked'])
    expect(code).toBe(3)
    tells(toldBy(verdicts[0]!))
  },
)

// --- internal ---

function note(name: string): string {
  return path.join(bench.checkout.root, `note-${name}`)
}

/** Code that says that it has been reached, and goes on when it is told to. */
function hold(name: string): string {
  return `{ const { existsSync, writeFileSync } = await import('node:fs')
    writeFileSync(${JSON.stringify(note(name))}, '')
    while (!existsSync(${JSON.stringify(note(`${name}-on`))})) await new Promise((done) => setTimeout(done, 10)) }`
}

function waiting(solution: string, name: string): string {
  return solution.replace('// #region TODO', `${hold(name)}\n  // #region TODO`)
}

/** Stops the server as a sleeping machine would; returns what wakes it. */
async function freeze(): Promise<() => void> {
  const { pid } = (await runningServer(bench.checkout.state))!
  process.kill(pid, 'SIGSTOP')
  return () => void process.kill(pid, 'SIGCONT')
}
