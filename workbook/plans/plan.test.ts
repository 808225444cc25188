import { expect, test } from 'vitest'
import { parsePlan } from './plan.ts'
import type { PlanNode } from './types.ts'

// Answers of MySQL 9.7 and 8.4, as they came.

const sorted = `-> Limit: 3 row(s)  (cost=7.4 rows=3) (actual time=0.048..0.05 rows=3 loops=1)
    -> Sort: t.id DESC, limit input to 3 row(s) per chunk  (cost=7.4 rows=32) (actual time=0.0466..0.04 rows=3 loops=1)
        -> Filter: ((t.n = 5) and (t.m > 4))  (cost=7.4 rows=32) (actual time=0.0278..0.03 rows=32 loops=1)
            -> Covering index range scan on t using by_n over (n = 5 AND 4 < m)  (cost=7.4 rows=32) (actual time=0.02..0.02 rows=32 loops=1)
`

test('a tree has its steps below each other, with rows, time and index', () => {
  const plan = parsePlan(sorted)!
  expect(kindsOf(plan)).toEqual(['limit', 'sort', 'filter', 'range'])
  const scan = plan.inputs[0]!.inputs[0]!.inputs[0]!
  expect(scan).toMatchObject({
    operation: 'Covering index range scan on t using by_n over (n = 5 AND 4 < m)',
    table: 't',
    index: 'by_n',
    covering: true,
    estimated: 32,
    actual: 32,
    loops: 1,
    time: 0.02,
  })
  expect(scan.share).toBeCloseTo(0.4)
})

test('the shares of all steps make up the whole', () => {
  const sum = (node: PlanNode): number =>
    node.inputs.reduce((all, one) => all + sum(one), node.share!)
  expect(sum(parsePlan(sorted)!)).toBeCloseTo(1)
})

test('a step inside a loop counts as often as it runs', () => {
  const plan =
    parsePlan(`-> Nested loop inner join  (cost=36.2 rows=264) (actual time=0.03..0.14 rows=260 loops=1)
    -> Table scan on c  (cost=1.86 rows=8) (actual time=0.02..0.03 rows=8 loops=1)
    -> Covering index lookup on t using by_n (n = c.id)  (cost=1.4 rows=33) (actual time=0.006..0.01 rows=32.5 loops=8)`)!
  expect(kindsOf(plan)).toEqual(['join', 'table-scan', 'lookup'])
  expect(plan.inputs[1]).toMatchObject({ actual: 32.5, loops: 8, time: 0.08 })
})

test('JSON says the same, and the columns of the index', () => {
  const lookup = {
    operation: 'Index lookup on t using by_n (n = 5)',
    key_columns: ['n'],
    estimated_rows: 33,
    actual_rows: 30,
    actual_loops: 2,
    actual_last_row_ms: 0.5,
  }
  const sort = { operation: 'Sort: t.m', inputs: [lookup], actual_loops: 1, actual_last_row_ms: 2 }
  const text = JSON.stringify({ query: '', query_plan: sort, json_schema_version: '2.0' })
  expect(parsePlan(text)).toMatchObject({
    kind: 'sort',
    time: 2,
    share: 0.5,
    inputs: [{ kind: 'lookup', table: 't', index: 'by_n', columns: ['n'], time: 1, share: 0.5 }],
  })
})

test('a plan without a measurement has estimates only', () => {
  const plan = parsePlan('-> Table scan on t  (cost=1.1e+6 rows=9.97e+6)')!
  expect(plan).toEqual({
    kind: 'table-scan',
    operation: 'Table scan on t',
    table: 't',
    estimated: 9_970_000,
    inputs: [],
  })
})

test('subqueries in the select list belong to the plan', () => {
  const plan = parsePlan(`-> Index scan on c using PRIMARY  (cost=0.9 rows=2)
-> Select #2 (subquery in projection; dependent)
    -> Aggregate: max(t.m)  (cost=11.9 rows=1)
        -> Covering index lookup on t using by_n (n = c.id)  (cost=4.29 rows=33)`)!
  expect(kindsOf(plan)).toEqual(['index-scan', 'subquery', 'aggregate', 'lookup'])
})

test.each(['', 'null', '{', '{"query_block": {"select_id": 1}}', '[1]', 'some -> text'])(
  'what is no plan is none: %s',
  (text) => expect(parsePlan(text)).toBeUndefined(),
)

// --- internal ---

function kindsOf({ kind, inputs }: PlanNode): string[] {
  return [kind, ...inputs.flatMap(kindsOf)]
}
