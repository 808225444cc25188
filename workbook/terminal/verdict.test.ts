import { expect, test } from 'vitest'
import type { Verdict } from '../verdict.ts'
import { failureMessage, renderVerdict } from './verdict.ts'

const failure = {
  finding: { key: 'finding.value', params: { what: 'stats()', expected: '7', seen: '"7"' } },
  cause: { key: 'cause.type', params: { expected: 'number', seen: 'string' } },
  at: { line: 3, column: 5 },
} as const
const verdict: Verdict = {
  exercise: 'cursor/stats',
  status: 'failed',
  tests: [{ title: 'counts', status: 'failed', failure, duration: 1 }],
  duration: 1,
  seed: 1,
  at: '2026-01-01T00:00:00.000Z',
}
const [said, cause] = [
  'stats(): expected 7, got "7".',
  'The value is right, but it is a string; a number was expected.',
]

test('a failure says where it is, and in a line below it what most likely lies behind it', () => {
  const lines = renderVerdict(verdict).split('\n')
  const place = lines.findIndex((line) => line.includes(said))
  expect(lines[place]).toMatch(/lessons\/07-cursor\/\d+-stats\.ts:3:5\)$/)
  expect(lines[place + 1]!.trim()).toBe(cause)
})

test('a report has both in one message', () => {
  expect(failureMessage(failure)).toBe(`${said} ${cause}`)
})
