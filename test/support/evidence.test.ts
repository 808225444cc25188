import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { studentOptions, type DatabaseAccess } from '../../workbook/database/types.ts'
import { makeState, type TestState } from '../../workbook/testing/lease.ts'
import type { Statement, TableChange } from '../../workbook/verdict.ts'
import { byTest } from './by-test.ts'
import { withCascades } from './cascades.ts'
import { leaveNoLog } from './log-upkeep.ts'
import { lookFromOutside, openAdmin } from './server.ts'
import { openStatementLog, type Beginning } from './statement-log.ts'
import { withOutcomes } from './statement-outcomes.ts'
import { compareSnapshots, takeSnapshot, type Snapshot } from './tables.ts'

// The workbook's own real server, seen as exercise() sees it.
let state: TestState
let access: DatabaseAccess
let admin: Connection
let schema: string
let since: Beginning
let before: Snapshot
let count = 0

beforeAll(async () => {
  state = await makeState()
  access = (await state.lease().ready).access
  admin = await openAdmin(access)
  await leaveNoLog(admin)
})
afterAll(async () => {
  await admin?.end()
  await state?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  schema = `${access.practice}_evidence_${++count}`
  await admin.query(`CREATE DATABASE ${schema}; USE ${schema};
    CREATE TABLE parents (id INT PRIMARY KEY, code VARCHAR(9) UNIQUE);
    CREATE TABLE children (id INT PRIMARY KEY, parent_id INT, note TEXT, data BLOB,
      FOREIGN KEY (parent_id) REFERENCES parents (id) ON DELETE CASCADE ON UPDATE CASCADE);
    INSERT INTO parents VALUES (1, 'one'), (2, 'two');
    INSERT INTO children (id, parent_id) VALUES (10, 1), (11, 1), (12, 2)`)
  await begin()
})

test('statements have their time and their rows; a changed row is not one that matched', async () => {
  const connection = await connect()
  await connection.query('SELECT id FROM children ORDER BY id')
  await connection.query("UPDATE parents SET code = 'one' WHERE id < 3 AND code <> 'two'")
  await connection.query("UPDATE parents SET code = 'uno' WHERE id = 1")
  await connection.query('CREATE TABLE more (id INT)')
  const [select, same, changed, create] = await sent()
  expect(select!.outcome).toEqual({ milliseconds: expect.any(Number), returned: 3 })
  expect(select!.outcome!.milliseconds).toBeGreaterThan(0)
  expect(same!.outcome).toMatchObject({ changed: 0 })
  expect(changed!.outcome).toMatchObject({ changed: 1 })
  expect(create!.outcome).toEqual({ milliseconds: expect.any(Number) })
})

test('two connections at once that send the same statements keep their own outcomes', async () => {
  const [one, other] = [await connect(), await connect()]
  const ask = 'SELECT * FROM children WHERE parent_id = @parent'
  await Promise.all([one.query('SET @parent = 1'), other.query('SET @parent = 2')])
  await Promise.all([one.query(ask), other.query(ask), one.query(ask), other.query(ask)])
  const returned = (await sent())
    .filter(({ sql }) => sql === ask)
    .map(({ thread, outcome }) => [thread === one.threadId, outcome?.returned])
  expect(returned.toSorted()).toEqual([
    [false, 1],
    [false, 1],
    [true, 2],
    [true, 2],
  ])
})

test('closed connections are distinguished by what they sent, and by their order', async () => {
  for (const id of [1, 2]) {
    const connection = await connect()
    await connection.query('SELECT COUNT(*) FROM parents')
    await connection.execute('SELECT * FROM children WHERE parent_id = ?', [id])
    await connection.end()
  }
  const executed = (await sent()).filter(({ command }) => command === 'Execute')
  expect(executed.map(({ outcome }) => outcome?.returned)).toEqual([2, 1])
})

test('statements that cannot be distinguished have no outcome', async () => {
  const pair = [await connect(), await connect()]
  const running = pair.map((one) => one.query('SELECT SLEEP(0.2), COUNT(*) FROM parents'))
  await Promise.all(running)
  await Promise.all(pair.map((one) => one.end()))
  const selects = (await sent()).filter(({ command }) => command === 'Query')
  expect(selects).toHaveLength(2)
  expect(selects.map(({ outcome }) => outcome)).toEqual([undefined, undefined])
})

test('statements that fail show why, even those that the log lacks, in their place', async () => {
  const connection = await connect()
  await connection.query('SELECT 1')
  await fails(connection.query('SELEC'))
  await fails(connection.execute('SELECT nothing FROM children WHERE id = ?', [1]))
  await fails(connection.execute('SELECT ?, ?', [1]))
  await fails(connection.query('INSERT INTO parents VALUES (1, NULL)'))
  await connection.query('SELECT 2')
  const statements = await sent()
  expect(statements[1]!.outcome!.error!.message).toMatch(/near 'SELEC' at line 1$/)
  expect(
    statements.map(({ command, sql, outcome }) => [command, sql, outcome?.error?.errno]),
  ).toEqual([
    ['Query', 'SELECT 1', undefined],
    ['Query', 'SELEC', 1064],
    ['Prepare', 'SELECT nothing FROM children WHERE id = ?', 1054],
    ['Prepare', 'SELECT ?, ?', undefined],
    ['Execute', '', 1210],
    ['Query', 'INSERT INTO parents VALUES (1, NULL)', 1062],
    ['Query', 'SELECT 2', undefined],
  ])
})

test('what a spec sends over the same connection is marked, with its outcome', async () => {
  const connection = await connect()
  await connection.query('SELECT 1')
  await connection.execute(byTest('SELECT * FROM children WHERE parent_id = ?'), [1])
  await fails(connection.query(byTest('SELEC')))
  await connection.query(byTest(`USE ${schema}`))
  expect(
    (await sent()).map(({ command, sql, byTest, outcome }) => [
      command,
      sql,
      byTest,
      outcome?.returned ?? outcome?.error?.errno,
    ]),
  ).toEqual([
    ['Query', 'SELECT 1', undefined, 1],
    ['Prepare', 'SELECT * FROM children WHERE parent_id = ?', true, undefined],
    ['Execute', 'SELECT * FROM children WHERE parent_id = 1', true, 2],
    ['Query', 'SELEC', true, 1064],
    ['Query', `USE ${schema}`, true, undefined],
  ])
})

test('a deadlock marks the statement of the connection that lost', async () => {
  const [one, other] = [await connect(), await connect()]
  const touch = (id: number) => `UPDATE parents SET code = CONCAT(code, '.') WHERE id = ${id}`
  for (const [connection, id] of [
    [one, 1],
    [other, 2],
  ] as const) {
    await connection.beginTransaction()
    await connection.query(touch(id))
  }
  const results = await Promise.allSettled([one.query(touch(2)), other.query(touch(1))])
  const loser = results[0]!.status === 'rejected' ? one : other
  const failed = (await sent()).filter(({ outcome }) => outcome?.error)
  expect(failed.map(({ thread, outcome }) => [thread, outcome!.error])).toEqual([
    [
      loser.threadId,
      expect.objectContaining({ errno: 1213, sqlState: '40001', message: expect.any(String) }),
    ],
  ])
})

test('each statement says when it came, and how long it waited for rows that others had locked', async () => {
  const [one, other] = [await connect(), await connect()]
  const update = "UPDATE parents SET code = 'x' WHERE id = 1"
  await one.query(`BEGIN`)
  await one.query(update)
  const waiting = other.query(update.replace('x', 'y'))
  await expect
    .poll(async () => (await admin.query('TABLE performance_schema.data_lock_waits'))[0])
    .toHaveLength(1)
  await fails(one.query('SELEC'))
  await one.query('COMMIT')
  await waiting
  const all = await sent()
  const moments = all.map(({ at }) => at!)
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  expect(moments[0]).toBeGreaterThan(0)
  const [begin, first, second, , commit] = all
  expect([begin, first, commit].map((fast) => fast!.outcome!.waited)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const { waited, milliseconds } = second!.outcome!
  expect(second!.at! + milliseconds).toBeGreaterThan(commit!.at!)
  expect(waited).toBeGreaterThan(0)
  expect(waited).toBeLessThanOrEqual(milliseconds)
})

test('prepared statements with odd values have their outcomes, and one that waits has none yet', async () => {
  const connection = await connect()
  const insert = 'INSERT INTO children (id, note, data) VALUES (?, ?, ?) -- what?'
  await connection.execute(insert, [20, 'O\'Reilly ? 😀 \\ "\n', Buffer.from([0, 255, 39, 63, 92])])
  await connection.execute(insert, [21, null, null])
  await connection.execute(insert, [22, 1.5, 'text'])
  const waiting = fails(connection.query('SELECT SLEEP(60)'))
  await expect.poll(async () => (await sent()).at(-1)?.sql).toBe('SELECT SLEEP(60)')
  const statements = await sent()
  expect(
    statements
      .filter(({ command }) => command === 'Execute')
      .map(({ outcome }) => outcome?.changed),
  ).toEqual([1, 1, 1])
  expect(statements.at(-1)!.outcome).toBeUndefined()
  await admin.query(`KILL ${connection.threadId}`)
  await waiting
})

test('a session in another time zone is read like any other, with the right times', async () => {
  const connection = await connect()
  const log = openStatementLog(admin, access, schema, since)
  const zones = ['-12:00', '+00:00', '+13:59', '-03:25']
  for (const zone of zones) await connection.query(`SET time_zone = '${zone}'`)
  const queries = (await log.read()).filter(({ command }) => command === 'Query')
  expect(queries.map(({ sql }) => sql)).toEqual(zones.map((zone) => `SET time_zone = '${zone}'`))
  const times = queries.map(({ at }) => at!)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.at(-1)).toBeLessThan(60_000)
})

test('a connection to another database of the test is one of its connections', async () => {
  const [inside, outside] = [`${schema}_other`, `${schema}2`]
  await admin.query(`CREATE DATABASE ${inside}; CREATE DATABASE ${outside}`)
  const own = [await connect(), await connect({ database: inside })]
  await connect({ database: outside })
  const log = openStatementLog(admin, access, schema, since)
  const open = await lookFromOutside(admin, access, schema, log).openConnections()
  expect(open).toEqual(own.map(({ threadId }) => threadId))
})

test('without access to the performance schema nothing is said and nothing fails', async () => {
  const connection = await connect()
  await connection.query('SELECT 1')
  const statements = await openStatementLog(admin, access, schema, since).read()
  await expect(connection.query('TABLE performance_schema.threads')).rejects.toThrow(/denied/)
  expect(await withOutcomes(connection, schema, statements)).toEqual(statements)
  await leaveNoLog(connection)
})

test('rows that went along with a foreign key name their parent, down the chain', async () => {
  await admin.query(`CREATE TABLE toys (id INT PRIMARY KEY, child_id INT,
      FOREIGN KEY (child_id) REFERENCES children (id) ON DELETE CASCADE);
    CREATE TABLE notes (id INT PRIMARY KEY, child_id INT,
      FOREIGN KEY (child_id) REFERENCES children (id) ON DELETE SET NULL);
    INSERT INTO toys VALUES (100, 10), (101, 12); INSERT INTO notes VALUES (200, 11)`)
  await begin()
  const connection = await connect()
  await connection.query('DELETE FROM parents WHERE id = 1')
  expect(cascadesOf(await changes())).toEqual({
    children: ['removed 10: parents 1', 'removed 11: parents 1'],
    notes: ['changed 200: children 11'],
    toys: ['removed 100: children 10'],
  })
})

test("a parent's new key is followed; rows that the code removed by itself are not", async () => {
  const connection = await connect()
  await connection.query('UPDATE parents SET id = 7 WHERE id = 1')
  expect(cascadesOf(await changes())).toEqual({
    children: ['changed 10: parents 1', 'changed 11: parents 1'],
  })
  await begin()
  await connection.query('DELETE FROM children WHERE parent_id = 2')
  await connection.query('DELETE FROM parents WHERE id = 2')
  expect(cascadesOf(await changes())).toEqual({})
})

test('without the foreign key no row is said to have gone along', async () => {
  const connection = await connect()
  await connection.query('ALTER TABLE children DROP FOREIGN KEY children_ibfk_1')
  await connection.query('DELETE FROM parents WHERE id = 1')
  expect(cascadesOf(await changes())).toEqual({})
})

// --- internal ---

async function begin(): Promise<void> {
  before = await takeSnapshot(admin, schema)
  const [rows] = await admin.query('SELECT NOW(6) AS now')
  const first = await connect()
  since = { time: (rows as { now: string }[])[0]!.now, thread: first.threadId }
  await first.end()
}

async function connect(options: ConnectionOptions = {}): Promise<Connection> {
  const connection = await createConnection({ ...studentOptions(access, schema), ...options })
  connection.on('error', () => {})
  return connection
}

function fails(work: Promise<unknown>): Promise<void> {
  return work.then(
    () => expect.fail('It succeeds.'),
    () => {},
  )
}

/** Without `Connect` and `Quit`. */
async function sent(): Promise<Statement[]> {
  const statements = await openStatementLog(admin, access, schema, since).read()
  const all = await withOutcomes(admin, schema, statements)
  return all.filter(({ command }) => ['Query', 'Prepare', 'Execute'].includes(command))
}

async function changes(): Promise<TableChange[]> {
  const found = compareSnapshots(before, await takeSnapshot(admin, schema))
  return withCascades(admin, schema, found, { before, statements: await sent() })
}

function cascadesOf(found: TableChange[]): Record<string, string[]> {
  const told = found.flatMap(({ table, removed, changed, cascades }) =>
    cascades
      ? [
          [
            table,
            cascades.map(({ kind, index, parent }) => {
              const row = kind === 'removed' ? removed[index]! : changed[index]!.after
              return `${kind} ${String(row.id)}: ${parent.table} ${String(parent.key.id)}`
            }),
          ],
        ]
      : [],
  )
  return Object.fromEntries(told) as Record<string, string[]>
}
