import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Connection } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Exercise } from '../../workbook/content/lessons.ts'
import { studentOptions, type DatabaseAccess } from '../../workbook/database/types.ts'
import { makeState, type TestState } from '../../workbook/testing/lease.ts'
import { mistakeNamer } from './drill-mistakes.ts'
import { expectOutcome, sameOutcome, type Comparison, type Outcome } from './drill-outcome.ts'
import { perform, performInTwin, type Witness } from './drill-run.ts'
import { FindingError } from './findings.ts'
import type { Lab, Twin } from './lab.ts'
import { expectNoLimit, expectRead } from './other-rows.ts'
import { onlyReads } from './play.ts'
import { openAdmin } from './server.ts'

// How drills are judged, on a real server: a slip of every kind is planted, and must be distinguished from what is right.

let state: TestState
let access: DatabaseAccess
let admin: Connection
let schema: string
let count = 0

beforeAll(async () => {
  state = await makeState()
  access = (await state.lease().ready).access
  admin = await openAdmin(access)
})
afterAll(async () => {
  await admin?.end()
  await state?.[Symbol.asyncDispose]()
})
beforeEach(() => freshSchema())

test.each<[string, string, string, string, Comparison?]>([
  ['a row too few', 'SELECT id FROM goods WHERE id > 1', 'SELECT id FROM goods', 'rows'],
  ['a row twice', 'SELECT 1 AS n UNION ALL SELECT 1', 'SELECT 1 AS n', 'rows'],
  ['another value', "SELECT 'Tea' AS name", "SELECT 'tea' AS name", 'rows'],
  ['another order', 'TABLE goods ORDER BY id DESC', 'TABLE goods', 'order', { ordered: true }],
  ['another name', 'SELECT id AS n FROM goods', 'SELECT id FROM goods', 'columns'],
  ['a column more', 'SELECT 1, 2', 'SELECT 1', 'columns', { anyNames: true }],
  ['a text for a number', "SELECT '1' AS n", 'SELECT 1 AS n', 'column-kind'],
  ['a NULL for a value', 'SELECT NULL AS n', 'SELECT 1 AS n', 'rows'],
  ['a result more', 'SELECT 1; SELECT 1', 'SELECT 1', 'results'],
  ['no result', 'DELETE FROM goods', 'SELECT 1', 'results'],
  ['an error', 'SELECT lost FROM goods', 'SELECT id FROM goods', 'mysql-error'],
  ['another error', 'SELECT lost FROM goods', 'SELECT 1 FROM lost', 'mysql-error'],
  ['no error', 'DO 1', 'INSERT INTO goods VALUES (1, NULL)', 'not-refused'],
])('what comes back is compared: %s', async (_, wrong, right, finding, how = {}) => {
  await expectRefused(wrong, right, finding, how)
})

test.each([
  ['a row', 'DELETE FROM goods WHERE id = 1', 'DO 1', 'rows'],
  ['a table', 'CREATE TABLE notes (id INT)', 'DO 1', 'rows'],
  [
    'its engine',
    'CREATE TABLE notes (id INT) ENGINE = MEMORY',
    'CREATE TABLE notes (id INT)',
    'rows',
  ],
  ['a type', 'ALTER TABLE goods MODIFY name VARCHAR(99)', 'DO 1', 'rows'],
  ['NOT NULL', 'ALTER TABLE sales MODIFY good INT NOT NULL', 'DO 1', 'rows'],
  ['an index', 'CREATE INDEX by_name ON goods (name)', 'DO 1', 'rows'],
  ['UNIQUE', 'CREATE UNIQUE INDEX a ON goods (name)', 'CREATE INDEX a ON goods (name)', 'rows'],
  ['a CHECK', 'ALTER TABLE goods ADD CHECK (id > 0)', 'DO 1', 'rows'],
  [
    'its column',
    'ALTER TABLE goods ADD CHECK (LENGTH(name) > 0)',
    'ALTER TABLE goods ADD CHECK (id > 0)',
    'rows',
  ],
  [
    'NOT ENFORCED',
    'ALTER TABLE goods ADD CHECK (id > 0) NOT ENFORCED',
    'ALTER TABLE goods ADD CHECK (id > 0)',
    'rows',
  ],
  [
    'a foreign key',
    'ALTER TABLE sales ADD FOREIGN KEY (good) REFERENCES goods (id)',
    'ALTER TABLE sales ADD INDEX (good)',
    'rows',
  ],
  [
    'ON DELETE',
    'ALTER TABLE sales ADD FOREIGN KEY (good) REFERENCES goods (id)',
    'ALTER TABLE sales ADD FOREIGN KEY (good) REFERENCES goods (id) ON DELETE CASCADE',
    'rows',
  ],
  ['what is not committed', 'BEGIN; DELETE FROM sales', 'DELETE FROM sales', 'rows'],
])('what is left is compared: %s', async (_, wrong, right, finding) => {
  await expectRefused(wrong, right, finding)
})

test.each<[string, string, string, Comparison?]>([
  [
    'names, where they may be any',
    'SELECT COUNT(*) FROM goods',
    'SELECT COUNT(*) AS n FROM goods',
    { anyNames: true },
  ],
  ['order, where none is asked for', 'TABLE goods ORDER BY id DESC', 'TABLE goods'],
  ['2 and 2.0000', 'SELECT AVG(id) AS n FROM goods', 'SELECT 2 AS n'],
  [
    'how a CHECK is written',
    'ALTER TABLE goods ADD CHECK (id IN (1, 2, 3))',
    'ALTER TABLE goods ADD CHECK (id BETWEEN 1 AND 3)',
  ],
  [
    'what a foreign key does when an id changes, and both words for refusing',
    'ALTER TABLE sales ADD FOREIGN KEY (good) REFERENCES goods (id) ON DELETE RESTRICT ON UPDATE CASCADE',
    'ALTER TABLE sales ADD FOREIGN KEY (good) REFERENCES goods (id)',
  ],
  ['how an index is called', 'CREATE INDEX a ON goods (name)', 'CREATE INDEX b ON goods (name)'],
  [
    "a time of this run's",
    'ALTER TABLE goods ADD at TIMESTAMP NOT NULL DEFAULT NOW()',
    'DO SLEEP(1.1); ALTER TABLE goods ADD at TIMESTAMP NOT NULL DEFAULT NOW()',
  ],
  ['upper and lower case in the name of a column', 'SELECT ID FROM goods', 'SELECT id FROM goods'],
  ["the schema's own name", 'SHOW TABLES', 'SHOW TABLES'],
])('what does not count: %s', async (_, one, other, how = {}) => {
  const [seen, expected] = [await run(one), await run(other)]
  expectOutcome(seen, expected, how)
  expect(sameOutcome(seen, expected, how)).toBe(true)
})

test('another session is asked after each result, and a different outcome is noticed', async () => {
  const between = 'SELECT id FROM goods FOR UPDATE NOWAIT'
  const free = await run('BEGIN; TABLE goods; TABLE goods; COMMIT', { between })
  const held = await run('BEGIN; TABLE goods; TABLE goods FOR UPDATE; COMMIT', { between })
  expect(free.elsewhere.map(({ came }) => typeof came)).toEqual(['object', 'object'])
  expect(held.elsewhere.map(({ came }) => came)).toEqual([expect.any(Object), 3572])
  expect(() => expectOutcome(held, free, {})).toThrow(/FOR UPDATE NOWAIT.*error 3572/s)
})

test('what another session can do from the first result to the last is noticed', async () => {
  const throughout = 'SELECT id FROM goods FOR UPDATE SKIP LOCKED'
  const [begin, look] = ['BEGIN', 'SELECT id FROM goods WHERE id = 1 FOR UPDATE']
  const steps = (...more: string[]) => [begin, look, ...more, look, 'COMMIT', 'DO 1'].join('; ')
  const held = await run(steps(), { throughout })
  const longer = await run(steps('DO 1', 'DO 1'), { throughout })
  const letGo = await run(steps('COMMIT', begin), { throughout })
  expect(sameOutcome(longer, held, {})).toBe(true)
  expect(() => expectOutcome(letGo, held, {})).toThrow(/SKIP LOCKED/)
  expect(() => expectOutcome(held, letGo, {})).toThrow(/SKIP LOCKED/)
})

test('nobody waits long for tables that a script has locked, and it is told', async () => {
  const locked = await run('LOCK TABLES goods WRITE; DELETE FROM goods')
  const free = await run('DELETE FROM goods')
  expect(locked).toMatchObject({ locked: true })
  expect(sameOutcome(locked, free, {})).toBe(false)
  expect(sameOutcome(locked, await run('LOCK TABLES goods WRITE'), {})).toBe(true)
  expect(() => expectOutcome(locked, free, {})).toThrow(/LOCK TABLES/)
  const between = 'SELECT id FROM goods FOR UPDATE NOWAIT'
  const rows = await run('BEGIN; TABLE goods FOR UPDATE; TABLE goods; COMMIT', { between })
  const table = await run('LOCK TABLES goods READ; TABLE goods; TABLE goods; UNLOCK TABLES', {
    between,
  })
  expect(sameOutcome(table, rows, {})).toBe(true)
})

test("another session tries what the test says while the script's session is still open", async () => {
  const afterwards = ['DELETE FROM goods WHERE id = 9', 'SELECT COUNT(*) AS n FROM goods']
  const open = await run('BEGIN; DELETE FROM goods', { afterwards: [afterwards[1]!] })
  expect(open.elsewhere).toMatchObject([{ sql: afterwards[1], came: { rows: [['3']] } }])
  const done = await run('DELETE FROM goods', { afterwards })
  expect(done.elsewhere.at(-1)).toMatchObject({ came: { rows: [['0']] } })
  expect(sameOutcome(open, done, {})).toBe(false)
})

test('a script that is tried on other rows has no more rights than the student', async () => {
  const data = () => "INSERT INTO goods VALUES (4, 'Oil')"
  const seen = (script: string) => inTwin(script, data)
  expect((await seen('SELECT COUNT(*) FROM goods')).results[0]!.rows).toEqual([['4']])
  expect((await seen('DELETE FROM goods')).aftermath!.get('goods')).toEqual([])
  expect((await seen('SET GLOBAL max_connections = 77')).error).toMatchObject({ errno: 1227 })
  expect((await seen('SELECT user FROM mysql.user')).error).toMatchObject({ errno: 1142 })
})

test.each([
  ['TABLE goods LIMIT 1000', 'TABLE goods'],
  ['SELECT id FROM goods ORDER BY id LIMIT 0, 500', 'SELECT id FROM goods ORDER BY id'],
  ['DELETE FROM goods LIMIT 999999', 'DELETE FROM goods'],
])('a limit that the task knows nothing of is refused: %s', (answer, solution) => {
  expect(() => expectNoLimit(answer, solution)).toThrow(/LIMIT \d+/)
})

test.each([
  ["SELECT 'LIMIT 20' AS text FROM goods -- limit 30", 'TABLE goods'],
  ['SELECT (SELECT name FROM goods ORDER BY id LIMIT 1) AS name', 'SELECT MIN(name) FROM goods'],
  ['TABLE goods LIMIT 18446744073709551615 OFFSET 1', 'SELECT * FROM goods WHERE id > 1'],
  ['TABLE goods ORDER BY id LIMIT 3', 'SELECT * FROM goods WHERE id <= 3'],
  ['TABLE goods LIMIT 5', 'TABLE goods LIMIT 10'],
])('other limits are not: %s', (answer, solution) => {
  expect(() => expectNoLimit(answer, solution)).not.toThrow()
})

test.each([
  ['DELETE FROM messages; SELECT 0 AS n', false],
  ['SELECT COUNT(*) INTO @n FROM messages; SELECT @n AS n', false],
  ['DELETE FROM messages; SELECT COUNT(*) AS n FROM `Messages` -- all', true],
])('what a script returns has to be read: %s', (answer, isRead) => {
  const solution = 'DELETE FROM messages; SELECT COUNT(*) AS n FROM messages'
  const read = expect(() => expectRead(answer, solution))
  if (isRead) read.not.toThrow()
  else read.toThrow(FindingError)
})

test('a mistake is named only when no other mistake has the same outcome on all sets', async () => {
  const wrong = { 'no-condition': 'TABLE goods', 'no-tea': 'SELECT * FROM goods WHERE id > 1' }
  expect(await nameOf('SELECT id, name FROM goods', wrong)).toBe('no-condition')
  expect(await nameOf('SELECT * FROM goods WHERE id <> 1', wrong)).toBe('no-tea')
  expect(await nameOf('SELECT * FROM goods WHERE id = 2', wrong)).toBeUndefined()
  expect(await nameOf('TABLE goods', { ...wrong, again: 'TABLE goods' })).toBeUndefined()
  expect(await nameOf('TABLE goods', { ...wrong, 'no-condition.twice': 'TABLE goods' })).toBe(
    'no-condition',
  )
  expect(await nameOf('TABLE goods', wrong, 0)).toBeUndefined()
})

// --- internal ---

async function freshSchema(): Promise<void> {
  schema = `${access.practice}_drill_${++count}`
  await admin.query(`CREATE DATABASE ${schema}; USE ${schema};
    CREATE TABLE goods (id INT PRIMARY KEY, name VARCHAR(20));
    CREATE TABLE sales (id INT PRIMARY KEY, good INT);
    INSERT INTO goods VALUES (1, 'Tea'), (2, 'Salt'), (3, NULL);
    INSERT INTO sales VALUES (1, 1)`)
}

/** For a script, each time on a fresh schema. */
async function run(script: string, witness: Witness = {}): Promise<Outcome> {
  await freshSchema()
  const session = (name = schema) => openAdmin(access, name)
  await using connection = await session()
  return await perform(
    { server: { session }, schema, connection, script },
    witness,
    onlyReads(script),
  )
}

async function inTwin(script: string, data: () => string): Promise<Outcome> {
  await freshSchema()
  const twin = { schema } as Twin
  return await performInTwin(
    {
      server: { session: (name = schema) => openAdmin(access, name) } as Lab['server'],
      twin: async () => twin,
      options: studentOptions(access, schema) as Lab['options'],
    },
    data,
    script,
    {},
    onlyReads(script),
  )
}

async function expectRefused(wrong: string, right: string, finding: string, how: Comparison = {}) {
  const [seen, expected] = [await run(wrong), await run(right)]
  expectOutcome(expected, await run(right), how)
  expect(sameOutcome(seen, expected, how)).toBe(false)
  try {
    expectOutcome(seen, expected, how)
  } catch (error) {
    expect((error as FindingError).failure.finding.key).toBe(`finding.${finding}`)
    return
  }
  expect.fail('it passes')
}

async function nameOf(answer: string, wrong: Record<string, string>, limit = Infinity) {
  const mistakes = mkdtempSync(path.join(tmpdir(), 'mistakes '))
  try {
    for (const [name, script] of Object.entries(wrong))
      writeFileSync(path.join(mistakes, `${name}.sql`), script)
    const sets = ["INSERT INTO goods VALUES (4, 'Oil')", 'DELETE FROM goods WHERE id = 3']
    const name = mistakeNamer({ mistakes } as Exercise, {
      sets: sets.map((sql) => () => sql),
      how: {},
    })
    return await name(
      answer,
      async (script, data) => await run(`${data({} as Parameters<typeof data>[0])}; ${script}`),
      limit,
    )
  } finally {
    rmSync(mistakes, { recursive: true })
  }
}
