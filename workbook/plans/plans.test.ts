import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acquireDatabase } from '../database/acquire.ts'
import { connect } from '../database/connect.ts'
import { sessionSchema } from '../database/own-schema.ts'
import type { DatabaseLease } from '../database/types.ts'
import { listPages } from '../content/lessons.ts'
import { parsePlanFence, readPlans } from '../content/plans.ts'
import { languages } from '../language/language.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { bigTableRows, dropBigTable, fillBigTable, lookAtBigTable } from './big-table.ts'
import { comparePlans } from './compare.ts'
import type { PlanNode } from './types.ts'

// The plans of all pages, on the real server and the whole table.

const found = listPages().flatMap((page) =>
  languages.flatMap((language) =>
    readPlans(page, language).map((question) => ({ page, language, question })),
  ),
)

let lease: DatabaseLease
let schema: string
let steps = 0

beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
  const { access, session } = lease
  schema = sessionSchema(access.practice, 'plans_test', session)
  await using own = await connect(access.student)
  for (let rows = 0; rows < bigTableRows; steps++)
    ({ rows } = await fillBigTable(own.connection, schema))
})
afterAll(async () => {
  await using own = await connect(lease.access.student)
  await dropBigTable(own.connection, schema)
  expect(await lookAtBigTable(own.connection, schema)).toEqual({ rows: 0, total: bigTableRows })
  await lease[Symbol.asyncDispose]()
})

test('the table is created in steps, to the last row, and one more step adds nothing', async () => {
  expect(steps).toBe(10)
  await using own = await connect(lease.access.student)
  expect(await fillBigTable(own.connection, schema)).toEqual({
    rows: bigTableRows,
    total: bigTableRows,
  })
})

describe.each(found)('$page $language $question.name', ({ question }) => {
  test('is executed, and with its index nothing is read in full', async () => {
    await using own = await connect(lease.access.student, { database: schema })
    const pair = await comparePlans(own.connection, question)
    expect(pair.without.time).toBeGreaterThan(0)
    if (!question.index) return
    expect(stepsOf(pair.without).some(({ kind }) => kind === 'table-scan')).toBe(true)
    const indexed = stepsOf(pair.with!)
    expect(indexed.map(({ index }) => index)).toContain(question.index.name)
    expect(indexed.filter(({ kind }) => kind === 'table-scan' || kind === 'index-scan')).toEqual([])
    // The same rows come.
    expect(pair.with!.actual).toBe(pair.without.actual)
  })
})

test('lessons 01 and 04 have plans, and every page the same in both languages', () => {
  const pages = new Set(found.map(({ page }) => page))
  expect([...pages]).toEqual(expect.arrayContaining(['01-concepts', '04-ddl']))
  for (const page of pages) expect(readPlans(page, 'ru')).toEqual(readPlans(page, 'en'))
})

test.each([
  ['', 'SELECT 1'],
  ['a', 'DELETE FROM messages'],
  ['a', 'index: DROP TABLE messages\nSELECT 1'],
  ['a', 'index: CREATE INDEX a ON other (b)\nSELECT 1'],
])('an author is told what is wrong with a plan: %s', (name, code) => {
  expect(() => parsePlanFence(name, code)).toThrow()
})

// --- internal ---

function stepsOf(node: PlanNode): PlanNode[] {
  return [node, ...node.inputs.flatMap(stepsOf)]
}
