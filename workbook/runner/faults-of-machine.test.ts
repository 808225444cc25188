import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { until } from '../testing/lease.ts'
import { killServer } from '../testing/running-server.ts'

// What happens to the machine around a check, which then says so or goes on; and the next command is as always.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench

for (const [when, sql] of Object.entries({
  'while a statement runs': 'SELECT SLEEP(30)',
  'while a DDL statement waits': 'CREATE TABLE waiting AS SELECT SLEEP(30) AS n',
})) {
  test(`a server that is killed ${when} is told as gone, not as a mistake`, async () => {
    const begun = path.join(bench.checkout.root, 'begun')
    const code = `(await import('node:fs')).writeFileSync(${JSON.stringify(begun)}, '')
      await connection.query('${sql}')`
    writeFileSync(bench.file, solution.replace('// #region TODO', `${code}\n  // #region TODO`))
    const checked = bench.check()
    await until(() => existsSync(begun), checked)
    rmSync(begun)
    await killServer(bench.checkout.state)
    const { verdict, code: exit } = await checked
    expect({ status: verdict.status, exit }).toEqual({ status: 'blocked', exit: 3 })
    expect(keysOf(verdict)).toContain('finding.no-server')
    await passes()
    tells(toldBy(verdict))
  })
}

test('damaged notes in .workbook are replaced', async () => {
  for (const garbage of ['{"pid":', '{"exercises":[1]}']) {
    expect((await bench.checkout.run(['db', 'stop'])).code).toBe(0)
    for (const file of notesIn(bench.checkout.state)) writeFileSync(file, garbage)
    await passes()
    const { code, stderr } = await bench.checkout.run(['progress'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  }
  tells('passed; a damaged progress is kept beside the new one')
})

test('four commands at once, on a server that is not there yet, share one', async () => {
  await bench.checkout.run(['db', 'stop'])
  const commands = [['check', 'ddl/create-database'], ['doctor'], ['db', 'status'], ['progress']]
  const ended = await Promise.all(commands.map((one) => bench.checkout.run(one)))
  expect(ended.map(({ code, stderr }) => [code, stderr.includes('    at ')])).toEqual(
    commands.map(() => [0, false]),
  )
  await bench.checkout.run(['db', 'start'])
  tells('each ends with 0')
})

test('no locale, a dumb terminal of 40 columns and a strict umask change nothing', async () => {
  const umask = process.umask(0o077)
  const env = { LANG: 'C', LC_ALL: 'C', TERM: 'dumb', COLUMNS: '40' }
  writeFileSync(bench.file, solution)
  const { code, stdout, stderr } = await bench.checkout.run(['check', 'ddl/create-database'], {
    env,
  })
  process.umask(umask)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('passed')
  tells('passed')
})

test('a clock that jumps by days, forwards and back, disturbs neither the start of the server nor a check', async () => {
  const jumping = `const { now } = Date
    let days = 0
    Date.now = () => now() + (days = (days + 5) % 7) * 24 * 60 * 60 * 1000
    globalThis.Date = class extends Date {
      constructor(...given) {
        given.length > 0 ? super(...given) : super(Date.now())
      }
    }`
  const env = {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(jumping)}`,
  }
  expect((await bench.checkout.run(['db', 'stop'], { env })).code).toBe(0)
  writeFileSync(bench.file, solution)
  const { verdict, code } = await bench.check(env)
  expect({ status: verdict.status, code }).toEqual({ status: 'passed', code: 0 })
  expect((await bench.checkout.run(['progress'], { env })).code).toBe(0)
  await bench.checkout.run(['db', 'start'])
  await passes()
  tells('passed')
})

// --- internal ---

async function passes(): Promise<void> {
  writeFileSync(bench.file, solution)
  const { verdict, code, stderr } = await bench.check()
  expect({ status: verdict.status, code }).toEqual({ status: 'passed', code: 0 })
  expect(stderr).not.toMatch(/^ {4}at /m)
}

/** All that the workbook has noted there: not the server itself, nor its data. */
function notesIn(state: string): string[] {
  return readdirSync(state, { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:mysql|data-.*|backups)$/.test(entry.name)) return []
    const file = path.join(state, entry.name)
    if (entry.isDirectory()) return notesIn(file)
    return entry.isFile() && readFileSync(file).length > 0 ? [file] : []
  })
}
