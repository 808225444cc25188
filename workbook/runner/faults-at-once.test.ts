import { createConnection } from 'mysql2/promise'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { findExercise } from '../content/lessons.ts'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'
import type { Verdict } from '../verdict.ts'

// Many exercises, each with another fault, in one check: what one answer does keeps no other from its verdict.

const tells = faultTable()
const bench = answerBench()

/** Refused by the rights of the account: 1045, 1227, 3948. */
const refused = [
  'SET GLOBAL max_connections = 1',
  'SET PERSIST max_connections = 1',
  'SHUTDOWN',
  "LOAD DATA INFILE '/etc/passwd' INTO TABLE messages",
  "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE messages",
  "SELECT 1 INTO OUTFILE '/tmp/workbook-outfile'",
  'CREATE USER other',
  'GRANT ALL ON *.* TO CURRENT_USER()',
]
const hostile = `new Proxy({}, {
  get() { throw new Error('get') },
  getPrototypeOf() { throw new Error('getPrototypeOf') },
  ownKeys() { throw new Error('ownKeys') },
})`

/** The exercise, what its function does first, and the verdict. */
const faults = {
  'a thrown proxy that cannot be looked at': [
    'ddl/create-tables',
    `throw ${hostile}`,
    'failed',
    'finding.threw',
  ],
  'an error whose getters throw': [
    'ddl/add-archived-flag',
    `throw Object.defineProperty(new Error(), 'message', { get() { throw new Error('no') } })`,
    'failed',
    'finding.threw',
  ],
  'a thrown object that holds itself': [
    'ddl/add-indexes',
    'const one: Record<string, unknown> = {}; one.self = one; throw one',
    'failed',
    'finding.threw-non-error',
  ],
  'a proxy as the reason of a rejection': [
    'dml/last-messages',
    `void Promise.reject(${hostile})`,
    'failed',
    'finding.threw',
  ],
  'a read of the standard input': [
    'ddl/create-database',
    `const { readFileSync } = await import('node:fs'); readFileSync(0)`,
    'passed',
    undefined,
  ],
  'an emptied process.env': [
    'dml/history',
    `for (const name of Object.keys(process.env)) delete process.env[name]
     process.env.WORKBOOK_DATABASE = 'external'`,
    'passed',
    undefined,
  ],
  'a lock by GET_LOCK() that stays': [
    'dml/rename',
    `await connection.query("SELECT GET_LOCK('mine', 0)")`,
    'failed',
    'finding.lock-left',
  ],
  'a transaction that stays open with its locks': [
    'dml/delete-conversation',
    `await connection.query('START TRANSACTION')
     await connection.query('SELECT * FROM conversations FOR UPDATE')`,
    'timed-out',
    'finding.mistake',
  ],
  'another connection that stays, with a transaction and its locks': [
    'dml/list-conversations',
    `const { createConnection } = await import('mysql2/promise')
     const { host, port, user, password, database } = connection.config
     const other = await createConnection({ host, port, user, password, database })
     await other.query('START TRANSACTION')
     await other.query('UPDATE conversations SET title = UPPER(title)')`,
    'timed-out',
    'finding.timed-out',
  ],
  'a statement that runs forever': [
    'dml/add-message',
    `await connection.query('SELECT SLEEP(1000)')`,
    'timed-out',
    'finding.timed-out',
  ],
} as const satisfies Record<string, [string, string, Verdict['status'], string | undefined]>

let verdicts: Verdict[]
beforeAll(async () => {
  const ids = Object.values(faults).map(([id, code]) => answerWith(id, code))
  const { stdout } = await bench.checkout.run(['check', ...ids, '--json'])
  verdicts = JSON.parse(stdout) as Verdict[]
})

for (const [fault, [id, , status, key]] of Object.entries(faults)) {
  test(`${fault} gives the verdict "${status}"`, () => {
    const verdict = verdicts.find(({ exercise }) => exercise === id)!
    expect({ status: verdict.status, keys: keysOf(verdict) }).toEqual({
      status,
      keys: key ? expect.arrayContaining([key]) : [],
    })
    tells(toldBy(verdict))
  })
}

test('nothing that an answer sent runs on when the check is over', async () => {
  const { admin, student } = await accessOf(bench.checkout.state)
  const client = await createConnection(admin)
  const sql = 'SELECT info FROM information_schema.processlist WHERE user = ?'
  await vi.waitFor(
    async () => expect((await client.query(sql, [student.user]))[0]).toEqual([]),
    10_000,
  )
  await client.end()
  tells('no connection of the account is left')
})

test('what would change the server or read its files is refused', async () => {
  answerWith(
    'ddl/reset-schema',
    `for (const sql of ${JSON.stringify(refused)})
       console.log(await connection.query(sql).then(() => 'done', (error) => error.errno ?? error.code))`,
  )
  const { stdout } = await bench.checkout.run(['check', 'ddl/reset-schema', '--json'])
  const [{ output } = {}] = JSON.parse(stdout) as Verdict[]
  const seen = output!.trim().split('\n').slice(0, refused.length)
  expect(seen).toEqual(seen.map(() => expect.stringMatching(/^(1045|1227|1290|3948)$/)))
  tells(seen.join(', '))
})

test('a thousand connections are told as too many, and the next check is as always', async () => {
  answerWith(
    'ddl/create-database',
    `const { createConnection } = await import('mysql2/promise')
     const { host, port, user, password } = connection.config
     for (let n = 0; n < 1000; n++) await createConnection({ host, port, user, password })`,
  )
  const { verdict } = await bench.check()
  expect(keysOf(verdict)).toContain('finding.mysql-error')
  writeFileSync(bench.file, bench.solution)
  expect((await bench.check()).verdict.status).toBe('passed')
  tells(toldBy(verdict))
})

test('DROP DATABASE on all that an answer can see leaves the next check as always', async () => {
  answerWith(
    'ddl/create-database',
    `const [rows] = await connection.query('SHOW DATABASES')
     for (const { Database } of rows) await connection.query(\`DROP DATABASE \\\`\${Database}\\\`\`).catch(() => {})`,
  )
  const { verdict, code } = await bench.check()
  expect(code).toBe(1)
  writeFileSync(bench.file, bench.solution)
  expect((await bench.check()).verdict.status).toBe('passed')
  expect((await bench.checkout.run(['db', 'reset', '--yes'])).code).toBe(0)
  const { student, practice } = await accessOf(bench.checkout.state)
  const client = await createConnection({ ...student, database: practice })
  expect((await client.query('SELECT COUNT(*) AS n FROM conversations'))[0]).not.toEqual([{ n: 0 }])
  await client.end()
  tells(`${toldBy(verdict)}; db reset makes the practice database again`)
})

// --- internal ---

/** The solution of an exercise, with this before it. */
function answerWith(id: string, code: string): string {
  const { solution, file } = findExercise(id)
  const text = readFileSync(solution, 'utf8').replace(
    '// #region TODO',
    () => `${code}\n  // #region TODO`,
  )
  writeFileSync(bench.checkout.at(file), `// @ts-nocheck\n${text}`)
  return id
}
