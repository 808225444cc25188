import { createConnection } from 'mysql2/promise'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerBench } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'

// Locks that outlive the client which took them.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench

test('XA PREPARE on the practice database is named by doctor, and rolled back by the reset', async () => {
  const { student, practice } = await accessOf(bench.checkout.state)
  const client = await createConnection({ ...student, database: practice })
  await client.query("XA START 'left'")
  await client.query('UPDATE conversations SET title = UPPER(title)')
  await client.query("XA END 'left'")
  await client.query("XA PREPARE 'left'")
  await client.end()
  const before = await bench.checkout.run(['doctor'])
  expect(before.stdout).toContain('A transaction left by XA PREPARE')
  expect((await bench.checkout.run(['db', 'reset', '--yes'])).code).toBe(0)
  const after = await bench.checkout.run(['doctor'])
  expect({ code: after.code, told: after.stdout.includes('XA PREPARE') }).toEqual({
    code: 0,
    told: false,
  })
  tells('A transaction left by XA PREPARE has not ended, and it holds its locks')
})

test('XA PREPARE in an answer does not keep a later check from its tables', async () => {
  const statements = [
    'CREATE TABLE t (id INT)',
    "XA START 'x'",
    'INSERT INTO t VALUES (1)',
    "XA END 'x'",
    "XA PREPARE 'x'",
  ]
  const code = statements.map((sql) => `await connection.query(${JSON.stringify(sql)})`).join('\n')
  writeFileSync(bench.file, solution.replace('// #region TODO', `${code}\n  // #region TODO`))
  expect((await bench.check()).verdict.status).toBe('failed')
  // A reset is refused as long as one is left.
  const { admin } = await accessOf(bench.checkout.state)
  const client = await createConnection(admin)
  const [left] = await client.query('XA RECOVER')
  await client.end()
  expect(left).toEqual([])
  writeFileSync(bench.file, solution)
  expect((await bench.check()).verdict.status).toBe('passed')
  tells('passed')
})
