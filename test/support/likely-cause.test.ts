import { expect, test } from 'vitest'
import { expectRows, expectValue, FindingError } from './findings.ts'
import { causeOfError } from './likely-cause.ts'

const rows = [
  { id: 1, title: ' Rome  in May ' },
  { id: 2, title: 'Cafe\u0301' },
  { id: 3, title: 'Lima' },
]
const numbers = { map: 1 } as never as unknown[]
const destructured = ([row]: { id: number }[]) => (({ id }) => id)(row!)
const changed = (change: (title: string) => string) =>
  rows.map((row) => ({ ...row, title: change(row.title) }))

test.each<[key: string | undefined, seen: unknown, what?: string]>([
  ['cause.nothing', undefined],
  ['cause.promise', Promise.resolve(rows)],
  ['cause.header', { affectedRows: 1 }],
  ['cause.no-row', null],
  ['cause.single-row', rows[0]],
  [undefined, 'text'],
  ['cause.no-rows', []],
  ['cause.table-empty', [], 'conversations'],
  ['cause.columns', rows.map(({ id }) => ({ id }))],
  ['cause.columns', rows.map((row) => ({ ...row, sender: 'ai' }))],
  ['cause.rows-end', rows.slice(0, 2)],
  ['cause.rows-kept-out', rows.slice(1)],
  ['cause.rows-not-there', rows.slice(0, 2), 'conversations'],
  ['cause.rows-let-in', [...rows, { id: 4, title: 'Oslo' }]],
  ['cause.rows-too-many-there', [...rows, { id: 4, title: 'Oslo' }], 'conversations'],
  ['cause.rows-double', [...rows, rows[1]]],
  ['cause.rows-others', [{ id: 4, title: 'Oslo' }]],
  ['cause.text-trimmed', changed((title) => title.trim())],
  ['cause.text-spaces', changed((title) => title.replaceAll(/\s+/g, ' '))],
  ['cause.text-normalised', changed((title) => title.normalize())],
  ['cause.text-case', changed((title) => title.toLowerCase())],
  ['cause.text-cut', changed((title) => title.slice(0, 3))],
  ['cause.text-empty', changed(() => '')],
  ['cause.cells', changed(() => 'Oslo')],
  ['cause.cells', [{ id: 1 }, ...rows.slice(1)]],
  // Nothing fits all of them.
  [undefined, [rows[0], rows[0], { id: 4, title: 'Oslo' }]],
  [undefined, [rows[0], { id: 2, title: 'Oslo' }, { id: 5, title: 'Bonn' }]],
  [undefined, [1, 2]],
])('rows: %s', (key, seen, what = 'find()') => {
  expect(causeIn(() => expectRows(seen, rows, what))).toBe(key)
})

test('rows without an id are compared by their places only if that is certain', () => {
  const titles = rows.map(({ title }) => ({ title }))
  const seen = (change: (title: string) => string) =>
    titles.map((row) => ({ title: change(row.title) }))
  const causeOf = (came: object[]) => causeIn(() => expectRows(came, titles, 'find()'))
  expect(causeOf(seen((title) => `${title}!`))).toBeUndefined()
  expect(causeOf(seen((title) => title.slice(0, 3)))).toBe('cause.text-cut')
  expect(causeOf([...titles.slice(0, 2), { title: 'Oslo' }])).toBe('cause.cells')
})

test.each<[key: string | undefined, expected: unknown, seen: unknown]>([
  ['cause.nothing', 7, undefined],
  ['cause.promise', 7, Promise.resolve(7)],
  ['cause.type', 7, '7'],
  ['cause.properties', rows[0], { id: 1 }],
  ['cause.cells', rows[0], { id: 1, title: 'Oslo' }],
  ['cause.no-row', rows[0], null],
  ['cause.no-row', 'Rome', null],
  ['cause.not-null', null, []],
  ['cause.cells', { at: new Date(0), n: 1n }, { at: undefined, n: 1n }],
  ['cause.text-trimmed', ' Rome ', 'Rome '],
  ['cause.nothing', [1, 2], [undefined, undefined]],
  ['cause.values-more', ['a', 'b'], ['a', 'x', 'b']],
  ['cause.values-more', ['a'], ['a', 'a']],
  ['cause.values-fewer', ['a', 'b'], ['b']],
  ['cause.values-order', [9, 10], [10, 9]],
  ['cause.text-trimmed', ['a', ' b '], ['a', 'b']],
  [undefined, [7, 8], [7, 7]],
  [undefined, [7, 8], [1, 2, 3]],
  [undefined, new Date(0), new Date(1)],
  [undefined, 7, 8],
  [undefined, 'Rome', 'Lima'],
])('a value: %s', (key, expected, seen) => {
  expect(causeIn(() => expectValue(seen, expected, 'find()'))).toBe(key)
})

test.each<[key: string | undefined, run: () => unknown]>([
  ['cause.not-iterable', () => new Map(Promise.resolve([]) as never)],
  ['cause.read-of-nothing', () => ([] as { n: number }[])[0]!.n],
  ['cause.read-of-nothing', () => destructured([])],
  ['cause.no-method', () => numbers.map(String)],
  [undefined, () => 'x'.repeat(-1)],
  [undefined, () => Array.from({ length: -1 }).concat(Array(-1))],
])('an error: %s', (key, run) => {
  expect(causeOfError(thrownBy(run) as Error)?.key).toBe(key)
})

test.each([
  ['cause.own-error', 'lessons/05-dml/1-add-message.ts'],
  ['cause.own-error', 'test/05-dml/1-add-message.mistakes/value.ts'],
  [undefined, 'node_modules/mysql2/lib/base/connection.js'],
  [undefined, 'node:internal/net'],
  [undefined, 'test/05-dml/probes.ts'],
  [undefined, 'test/support/lab.ts'],
])('an error made by an answer: %s in %s', (key, file) => {
  const error = new Error('Not saved.')
  error.stack = `Error: Not saved.\n    at add (/home/ann/${file}:3:11)\n    at elsewhere (/x.ts:1:1)`
  expect(causeOfError(error)?.key).toBe(key)
  expect(causeOfError(Object.assign(error, { code: 'ECONNRESET' }))).toBeUndefined()
})

test('the cause is a part of the message', () => {
  const error = thrownBy(() => expectValue('7', 7, 'find()')) as Error
  expect(error.message).toBe(
    'find(): expected 7, got "7". The value is right, but it is a string; a number was expected.',
  )
})

function causeIn(run: () => void): string | undefined {
  const error = thrownBy(run)
  if (!(error instanceof FindingError)) throw new Error('nothing was found', { cause: error })
  return error.failure.cause?.key
}

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
