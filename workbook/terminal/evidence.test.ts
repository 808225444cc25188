import { stripVTControlCharacters } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import type { Evidence, Statement } from '../verdict.ts'
import { renderEvidence } from './evidence.ts'

afterEach(() => vi.unstubAllEnvs())

const failed: Statement = {
  thread: 1,
  command: 'Query',
  sql: 'INSERT INTO messages (content)\n  VALUES (?)',
  outcome: {
    milliseconds: 1,
    error: { errno: 1062, sqlState: '23000', message: "Duplicate entry '1' for key 'PRIMARY'" },
  },
}

test('a statement that failed has its error below it, in plain words', () => {
  vi.stubEnv('WORKBOOK_LANG', 'en')
  expect(lines({ statements: [failed, { ...failed, outcome: undefined }] })).toEqual([
    'Sent to MySQL:',
    'Query    INSERT INTO messages (content) VALUES (?)',
    "Error 1062: Duplicate entry '1' for key 'PRIMARY'",
    expect.stringMatching(/^A row with this value already exists/),
    'Query    INSERT INTO messages (content) VALUES (?)',
  ])
})

test("the words are in the reader's language", () => {
  vi.stubEnv('WORKBOOK_LANG', 'ru')
  expect(lines({ statements: [failed] }).slice(2)).toEqual([
    "Ошибка 1062: Duplicate entry '1' for key 'PRIMARY'",
    expect.stringMatching(/^Строка с таким значением уже есть/),
  ])
})

test('what the test itself sent is marked', () => {
  vi.stubEnv('WORKBOOK_LANG', 'en')
  const asked: Statement = { thread: 1, command: 'Query', sql: 'SELECT 1', byTest: true }
  expect(lines({ statements: [asked] })[1]).toBe('Query    SELECT 1 (the test sent this)')
})

test('nothing in a statement or a message can move the cursor', () => {
  const escape = '\u001B[2J'
  const error = { errno: 1, sqlState: 'HY000', message: `gone${escape}` }
  const sly = { ...failed, sql: `SELECT '${escape}'`, outcome: { milliseconds: 1, error } }
  expect(renderEvidence({ ...nothing, statements: [sly] }).join('\n')).not.toContain(escape)
})

// --- internal ---

const nothing: Evidence = { statements: [], changes: [], schema: 's' }

function lines(evidence: Partial<Evidence>): string[] {
  return renderEvidence({ ...nothing, ...evidence }).map((line) =>
    stripVTControlCharacters(line).trim(),
  )
}
