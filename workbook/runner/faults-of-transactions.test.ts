import { createConnection, createPool } from 'mysql2/promise'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { causeOfDelay } from '../../test/support/delay-cause.ts'
import { listExercises } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { answerBench } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'
import type { Verdict } from '../verdict.ts'

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

test('an answer whose time is up is told what it waits for', async () => {
  const { admin, student, practice } = await accessOf(bench.checkout.state)
  const session = await createConnection(admin)
  const pool = createPool({ ...student, database: practice, connectionLimit: 1 })
  const [holder, other] = [
    await pool.getConnection(),
    await createConnection({ ...student, database: practice }),
  ]
  const threads = [holder.threadId, other.threadId]
  expect(await causeOfDelay([pool], session, threads)).toBeUndefined()
  await holder.query('START TRANSACTION')
  await holder.query('INSERT INTO conversations () VALUES ()')
  // Asked more than ten times a second, the server repeats what it has told before.
  const rarely = { interval: 200 }
  const transaction = () => causeOfDelay([], session, threads)
  await expect.poll(transaction, rarely).toEqual({ key: 'cause.transaction-open', params: {} })
  const sql = 'DELETE FROM conversations'
  const waiting = other.query(sql)
  const lockFor = () => causeOfDelay([pool], session, threads)
  await expect.poll(lockFor, rarely).toEqual({ key: 'cause.waits-for-lock', params: { sql } })
  const second = pool.getConnection()
  expect(await causeOfDelay([pool], session, threads)).toEqual({
    key: 'cause.waits-for-connection',
    params: { limit: 1 },
  })
  await session.query(`KILL QUERY ${other.threadId}`)
  await expect(waiting).rejects.toThrow('interrupted')
  await holder.rollback()
  holder.release()
  ;(await second).release()
  await Promise.all([pool.end(), other.end(), session.end()])
})

test('a connection that is never released is told as what the next call waits for', async () => {
  const { file, key } = listExercises().find(({ id }) => id === 'database/add-message')!
  const right = readFileSync(path.join(root, 'solutions', `${key}.ts`), 'utf8')
  writeFileSync(bench.checkout.at(file), right.replace('connection.release()', ''))
  const { stdout } = await bench.checkout.run(['check', 'database/add-message', '--json'])
  const [verdict] = JSON.parse(stdout) as [Verdict]
  const causes = verdict.tests.flatMap(({ failure }) => failure?.cause?.key ?? [])
  expect(causes).toContain('cause.waits-for-connection')
})
