import { expect, test } from 'vitest'
import { listStatements } from '../../docs/.vitepress/theme/evidence/statement-list.ts'
import type { Statement } from '../verdict.ts'

test('statements know their connection and their transaction', () => {
  const log = [
    { thread: 40, command: 'Query', sql: 'START TRANSACTION' },
    { thread: 41, command: 'Query', sql: 'SELECT 1' },
    { thread: 40, command: 'Execute', sql: 'ROLLBACK TO SAVEPOINT a' },
    { thread: 40, command: 'Query', sql: 'COMMIT' },
    { thread: 40, command: 'Query', sql: 'SELECT 2' },
  ]
  const listed = listStatements(log)
  expect(listed.map(({ connection }) => connection)).toEqual([1, 2, 1, 1, 1])
  expect(listed.map(({ transaction }) => transaction)).toEqual([
    'start',
    undefined,
    'inside',
    'end',
    undefined,
  ])
  expect(listed.map(({ prepared }) => prepared)).toEqual([false, false, true, false, false])
})

test('a transaction ends where MySQL commits it by itself', () => {
  expect(parts('BEGIN', 'INSERT', 'CREATE TABLE t (a INT)', 'INSERT')).toEqual([
    'start',
    'inside',
    'end, commits',
    undefined,
  ])
  expect(parts('START TRANSACTION', 'UPDATE', '/* again */ BEGIN', 'COMMIT')).toEqual([
    'start',
    'inside',
    'start, commits',
    'end',
  ])
  expect(parts('BEGIN', 'CREATE TEMPORARY TABLE t (a INT)', 'LOCK TABLES t READ')).toEqual([
    'start',
    'inside',
    'end, commits',
  ])
})

test('without autocommit each statement is in a transaction, until autocommit is on again', () => {
  expect(
    parts('SET autocommit = 0', 'INSERT', 'COMMIT', 'DELETE', 'SET @@autocommit = ON'),
  ).toEqual([undefined, 'start', 'end', 'start', 'end, commits'])
  expect(parts('BEGIN', 'SET autocommit = 1', 'COMMIT')).toEqual(['start', 'inside', 'end'])
  expect(
    parts('SET autocommit=0', 'LOCK TABLES t WRITE', 'INSERT', 'UNLOCK TABLES', 'UNLOCK TABLES'),
  ).toEqual([undefined, undefined, 'start', 'end, commits', undefined])
})

test('a statement that is only prepared, or that the server could not read, changes no transaction', () => {
  const error = { errno: 1064, sqlState: '42000', message: '' }
  const listed = listStatements([
    { thread: 1, command: 'Prepare', sql: 'START TRANSACTION' },
    { thread: 1, command: 'Execute', sql: 'START TRANSACTION' },
    { thread: 1, command: 'Query', sql: 'CREATE TABEL', outcome: { milliseconds: 1, error } },
    { thread: 1, command: 'Quit', sql: '' },
  ])
  expect(listed.map(({ transaction }) => transaction)).toEqual([
    undefined,
    'start',
    'inside',
    'end',
  ])
})

test('an executed statement has its placeholders back, and their values beside it', () => {
  const insert = "INSERT INTO t (a, `b?`) VALUES (?, '?'), (?,?) -- what?"
  const logged = "INSERT INTO t (a, `b?`) VALUES ('O\\'Reilly, ?', '?'), (NULL,-1.5e3) -- what?"
  expect(values([insert], logged)).toEqual({
    sql: insert,
    values: ["'O\\'Reilly, ?'", 'NULL', '-1.5e3'],
  })
})

test('odd values are kept whole: quotes, an emoji, bytes', () => {
  const odd = ["'?'", "''", "'😀'", "'\\0\uFFFD\\'?\\\\'", "'a\\nb'", '\'{\\"a\\":1}\'']
  const logged = `SELECT ${odd.join(', ')}`
  expect(values(['SELECT ?, ?, ?, ?, ?, ?'], logged).values).toEqual(odd)
})

test('if two prepared statements could have produced the text, it stays as it was logged', () => {
  expect(values(['SELECT ?', 'SELECT 1, ?'], 'SELECT 1')).toEqual({
    sql: 'SELECT ?',
    values: ['1'],
  })
  expect(values(['SELECT ?, 2', 'SELECT 1, ?'], 'SELECT 1, 2')).toEqual({ sql: 'SELECT 1, 2' })
  expect(values(['SELECT ?'], 'SELECT 1 + 1')).toEqual({ sql: 'SELECT 1 + 1' })
})

test('a statement that another connection prepared does not count', () => {
  const [, executed] = listStatements([
    { thread: 1, command: 'Prepare', sql: 'SELECT ?' },
    { thread: 2, command: 'Execute', sql: 'SELECT 1' },
  ])
  expect(executed!.values).toBeUndefined()
})

// --- internal ---

/** Which part of a transaction each of these is, over one connection. */
function parts(...texts: string[]): (string | undefined)[] {
  const log = texts.map((sql): Statement => ({ thread: 1, command: 'Query', sql }))
  return listStatements(log).map(({ transaction, commits }) =>
    commits ? `${transaction}, commits` : transaction,
  )
}

function values(templates: string[], executed: string): { sql: string; values?: string[] } {
  const log: Statement[] = [
    ...templates.map((sql) => ({ thread: 1, command: 'Prepare', sql })),
    { thread: 1, command: 'Execute', sql: executed },
  ]
  const { sql, values } = listStatements(log).at(-1)!
  return { sql, ...(values && { values }) }
}
