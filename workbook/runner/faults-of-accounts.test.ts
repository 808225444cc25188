import { createConnection } from 'mysql2/promise'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'

// The student's account may change its own password. That is reported once, as the cause, and the next check runs as always.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench

const told = {
  'ALTER USER CURRENT_USER()':
    'await connection.query("ALTER USER CURRENT_USER() IDENTIFIED BY \'other\'")',
  'SET PASSWORD': 'await connection.query("SET PASSWORD = \'other\'")',
}

for (const [statement, code] of Object.entries(told)) {
  test(`${statement} is named as the cause, and the next check runs as always`, async () => {
    writeFileSync(bench.file, solution.replace('// #region TODO', `${code}\n  // #region TODO`))
    const { verdict, code: exit } = await bench.check()
    expect({ status: verdict.status, exit }).toEqual({ status: 'failed', exit: 1 })
    expect(new Set(keysOf(verdict))).toEqual(new Set(['finding.changes-password']))
    expect(await passes()).toBe(true)
    tells(toldBy(verdict))
  })
}

test('a password that was changed elsewhere is reset by the next command', async () => {
  const { student } = await accessOf(bench.checkout.state)
  const client = await createConnection(student)
  await client.query("ALTER USER CURRENT_USER() IDENTIFIED BY 'other'")
  await client.end()
  const { code, stdout } = await bench.checkout.run(['doctor'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringMatching(/access denied/i) })
  expect(await passes()).toBe(true)
  tells('passed')
})

// --- internal ---

async function passes(): Promise<boolean> {
  writeFileSync(bench.file, solution)
  const { verdict } = await bench.check()
  return verdict.status === 'passed'
}
