import { expect, test } from 'vitest'
import { renderTable } from './table.ts'

test('a Date and bytes are shown under their type, not as JSON', () => {
  const rows = [{ at: { Date: '2026-06-18T22:00:00.000Z' }, hash: { Buffer: 'c0ffee' } }]
  expect(renderTable(rows).split('\n')[3]).toBe('| Date 2026-06-18T22:00:00.000Z | 0xc0ffee |')
})
