import { expect, test } from 'vitest'
import { compareRows, isRows } from '../../docs/.vitepress/theme/evidence/row-difference.ts'

const states = (expected: Parameters<typeof compareRows>[0], seen: typeof expected) =>
  compareRows(expected, seen).rows.map(({ state, row }) => [state, row.id])

test('missing and extra rows are told apart, missing ones last', () => {
  expect(states([{ id: 1 }, { id: 2 }], [{ id: 3 }, { id: 1 }])).toEqual([
    ['extra', 3],
    ['same', 1],
    ['missing', 2],
  ])
})

test('a row that came twice is extra once', () => {
  expect(
    states([{ id: 1 }], [{ id: 1 }, { id: 1 }])
      .map(([state]) => state)
      .toSorted(),
  ).toEqual(['extra', 'same'])
})

test('the right rows in a different order get their places', () => {
  const difference = compareRows(
    [{ id: 1 }, { id: 2 }, { id: 3 }],
    [{ id: 3 }, { id: 1 }, { id: 2 }],
  )
  expect(difference.orderDiffers).toBe(true)
  expect(difference.rows.map(({ place }) => place)).toEqual([3, 1, 2])
})

test('the same values of a different type are reported as such, not as missing and extra', () => {
  expect(states([{ id: 1, n: 2 }], [{ id: 1, n: '2' }])).toEqual([['type', 1]])
})

test('NULL is neither empty nor the word', () => {
  expect(states([{ id: null }], [{ id: '' }]).map(([state]) => state)).toEqual(['extra', 'missing'])
})

test('columns that one side lacks are named', () => {
  expect(compareRows([{ id: 1, name: 'a' }], [{ id: 1, NAME: 'a' }]).columns).toEqual([
    { name: 'id', state: 'both' },
    { name: 'name', state: 'missing' },
    { name: 'NAME', state: 'extra' },
  ])
})

test('the order of columns in an object does not count', () => {
  expect(states([{ id: 1, n: 2 }], [{ n: 2, id: 1 }])).toEqual([['same', 1]])
})

test('only lists of plain objects are rows', () => {
  expect([[], [{ a: 1 }]].every(isRows)).toBe(true)
  expect([[1], [[1]], [null], {}, 'rows', undefined].some(isRows)).toBe(false)
})
