import { expect, test } from 'vitest'
import { lanesOf, type Lane } from '../../docs/.vitepress/theme/timeline/lanes.ts'
import { scaleOf } from '../../docs/.vitepress/theme/timeline/scale.ts'
import { markAfter } from '../../docs/.vitepress/theme/timeline/walk.ts'
import type { Evidence, RunEvent, Statement } from '../verdict.ts'

test('each connection has a lane, with its transactions and its waits', () => {
  const [one, other] = lanes([
    sent(7, 'START TRANSACTION', 0, 1),
    sent(7, 'UPDATE t SET a = 1', 2, 1),
    { ...sent(8, 'UPDATE t SET a = 2', 4, 50), outcome: { milliseconds: 50, waited: 49 } },
    sent(7, 'COMMIT', 52, 2),
    sent(8, 'SELECT 1', 55, 1),
  ])
  expect(one!.transactions).toEqual([{ at: 0, until: 54 }])
  expect(other!.transactions).toEqual([])
  expect(other!.marks.map(({ wait }) => wait)).toEqual([{ at: 4, until: 53 }, undefined])
})

test('a statement that nothing answered waits to the end of the run, and so does its transaction', () => {
  const waiting = { thread: 7, command: 'Query', sql: 'UPDATE t SET a = 1', at: 5 }
  const [lane] = lanes([sent(7, 'BEGIN', 0, 1), waiting], [], 4000)
  expect(lane!.marks[1]).toMatchObject({
    until: 4000,
    wait: { at: 5, until: 4000 },
    unanswered: true,
  })
  expect(lane!.transactions).toEqual([{ at: 0, until: 4000 }])
})

test('when a connection ends, so does its transaction, and what a pool lends is a span', () => {
  const quit = { thread: 7, command: 'Quit', sql: '', at: 30 }
  const [lane] = lanes(
    [sent(7, 'BEGIN', 5, 1), sent(7, 'INSERT', 8, 1), quit],
    [
      { kind: 'borrow', at: 1, milliseconds: 3, thread: 7 },
      { kind: 'release', at: 20, thread: 7 },
    ],
  )
  expect(lane!.transactions).toEqual([{ at: 5, until: 30 }])
  expect(lane!.lent).toEqual([{ at: 4, until: 20 }])
  expect(lane!.marks.map(({ event, statement }) => event?.kind ?? statement!.sql)).toEqual([
    'borrow',
    'BEGIN',
    'INSERT',
    'release',
    '',
  ])
})

test('what the spec did has a lane below the others; a KILL is on both', () => {
  const [connection, spec] = lanes(
    [sent(7, 'SELECT 1', 0, 1)],
    [
      { kind: 'spec', at: 1, milliseconds: 1, sql: 'SELECT 2' },
      { kind: 'kill', at: 3, milliseconds: 1, sql: 'KILL 7', thread: 7 },
    ],
  )
  expect(connection!.marks.map(({ event }) => event?.kind)).toEqual([undefined, 'kill'])
  expect(spec).toMatchObject({ connection: undefined })
  expect(spec!.marks.map(({ event }) => event?.kind)).toEqual(['spec', 'kill'])
})

test('a connection over which nothing was sent has no lane, and the others keep their numbers', () => {
  const connect = { thread: 6, command: 'Connect', sql: 'student@localhost', at: 0 }
  expect(lanes([connect, sent(7, 'SELECT 1', 1, 1)])).toMatchObject([{ connection: 2 }])
})

test('without times there are no lanes', () => {
  expect(lanes([{ thread: 1, command: 'Query', sql: 'SELECT 1' }])).toEqual([])
})

test('time is to scale, but a long pause is cut', () => {
  const { place, cuts } = scaleOf(
    lanes([sent(7, 'a', 0, 10), sent(7, 'b', 10, 30), sent(7, 'c', 1040, 10)]),
  )
  expect(cuts).toEqual([{ at: 40, until: 1040 }])
  expect(place(0)).toBe(0)
  expect(place(1050)).toBe(1)
  expect(place(40) - place(10)).toBeCloseTo(3 * (place(10) - place(0)))
  expect(place(1050) - place(1040)).toBeCloseTo(place(10))
  expect(place(1040) - place(40)).toBeCloseTo(place(10))
})

test('nothing is cut where the pauses are short', () => {
  expect(scaleOf(lanes([sent(7, 'a', 0, 10), sent(7, 'b', 13, 10)])).cuts).toEqual([])
})

test('arrow keys go along a lane and to what is next in time on another', () => {
  const all = lanes([
    sent(7, 'a', 0, 1),
    sent(8, 'b', 2, 1),
    sent(7, 'c', 4, 1),
    sent(8, 'd', 9, 1),
  ])
  const walk = (...keys: string[]) => {
    let mark = markAfter(all, undefined, 'Home')
    for (const key of keys) mark = markAfter(all, mark, key) ?? mark
    return mark!.statement!.sql
  }
  expect(walk()).toBe('a')
  expect(walk('ArrowRight')).toBe('c')
  expect(walk('ArrowRight', 'ArrowRight')).toBe('c')
  expect(walk('ArrowRight', 'ArrowDown')).toBe('b')
  expect(walk('ArrowDown', 'End')).toBe('d')
  expect(walk('ArrowUp')).toBe('a')
})

// --- internal ---

function lanes(statements: Statement[], events: RunEvent[] = [], duration?: number): Lane[] {
  const evidence: Evidence = { schema: 's', changes: [], statements, events }
  return lanesOf(duration === undefined ? evidence : { ...evidence, duration })
}

function sent(thread: number, sql: string, at: number, milliseconds: number): Statement {
  return { thread, command: 'Query', sql, at, outcome: { milliseconds } }
}
