import { escapeId } from 'mysql2'
import { listTables } from '#exercise/03-shell/2-list-tables'
import {
  byTest,
  exercise,
  expectApart,
  expectChangeSeen,
  expectValue,
  inCallersTransaction,
  inNoOrder,
  limitOf,
  mistake,
  setUnusually,
  type Lab,
  type Server,
} from '#support'
import { expectEachRefusal, expectRejection, refusingConnections } from './rejections.ts'

const test = exercise(import.meta.url)

test('returns the names of the tables, as strings', async (lab) => {
  const names = await makeTables(lab, lab.schema)
  await expectTables(lab, names)
  {
    using _ = inNoOrder(lab.connection)
    await expectTables(lab, names)
  }
  await inCallersTransaction(lab, () => expectTables(lab, names))
})

test('returns one name when there is one table, and none when there is none', async (lab) => {
  await expectTables(lab, []).catch((error: unknown) => {
    throw error instanceof TypeError ? mistake('fails-when-empty', { seen: error.message }) : error
  })
  const [name] = await makeTables(lab, lab.schema, 1)
  const seen: unknown = await listTables(lab.connection)
  if (Array.isArray(seen) && seen.length === 0)
    throw mistake('stale-answer', { expected: [name], seen })
  await expectTables(lab, [name!])
  // As many as before, but not the same one.
  const other = lab.random.word()
  await lab.server.query(`RENAME TABLE ${name} TO ${other}`)
  made.add(other)
  await expectTables(lab, [other])
  // Two calls at once are two questions.
  const change = `RENAME TABLE ${other} TO ${name}`
  const ask = () => listTables(lab.connection)
  await expectChangeSeen(lab.connection, change, ask, 'listTables()', 'stale-answer')
})

test('returns every name as it is, however many and however long', async (lab) => {
  const names = [...lab.random.hostile('name'), `_${lab.random.word()}`, `a,b ${lab.random.word()}`]
  // Such as the keys of an object would lose, or put first.
  names.push('constructor', '__proto__', '2026')
  // Such as a tool would hide.
  for (const prefix of ['tmp_', 'temp_', 'innodb_', 'mysql_', 'sys_', 'test_', 'old_', '#'])
    names.push(`${prefix}${lab.random.word()}`)
  names.push(` ${lab.random.word()}`, `${lab.random.word()}$1#2`)
  const word = lab.random.word()
  names.push(word, word.toUpperCase())
  // More than a page of a hundred, and together longer than GROUP_CONCAT allows.
  while (names.length < 101) names.push(lab.random.word().padEnd(30, '_of_many'))
  const database = `${lab.schema}_many`
  await lab.server.query(`CREATE DATABASE ${escapeId(database)}`)
  await createTables(lab.server, database, names)
  // Some servers keep names in lower case.
  const rows = await lab.server.query<{ name: string }>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [database],
  )
  const expected = rows.map(({ name }) => name)
  const seen: unknown = await listTables(await lab.connect({ database }))
  await expectNames(lab, seen, expected)
  const strange = (seen as string[]).filter((name) => !expected.includes(name))
  const missing = expected.filter((name) => !(seen as string[]).includes(name))
  if (missing.length > 0)
    throw strange.length > 0
      ? mistake('names-changed', { expected: missing, seen: strange })
      : mistake('some-only', { expected: expected.length, seen: (seen as string[]).length })
  // The place of a sign or a capital in the alphabet is left open.
  expectValue((seen as string[]).toSorted(), expected.toSorted(), 'listTables()')
  const limit = await limitOf(lab.server, () => listTables(lab.connection))
  if (limit) throw mistake('some-only', { expected: 'all tables', seen: `LIMIT ${limit}` })
})

test('leaves the tables of other databases out', async (lab) => {
  const names = await makeTables(lab, lab.schema)
  await lab.server.query(`CREATE DATABASE ${escapeId(`${lab.schema}_other`)}`)
  const others = await makeTables(lab, `${lab.schema}_other`)
  await expectTables(lab, names, others)
  // A database with a name that needs quotes, and one whose name a pattern takes for it.
  const [odd, alike] = ['_o-h.`2', 'xo-h.`2'].map((end) => `${lab.schema}_${end}`) as [
    string,
    string,
  ]
  await lab.server.query(
    `CREATE DATABASE ${escapeId(odd, true)}; CREATE DATABASE ${escapeId(alike, true)}`,
  )
  const own = await makeTables(lab, odd)
  const foreign = await makeTables(lab, alike)
  const connection = await lab.connect({ database: odd })
  await expectTables({ ...lab, connection }, own, foreign)
  // At the same time, too.
  const calls = [lab.connection, connection].map((one) => () => listTables(one))
  await expectApart(calls, 'listTables()', 'other-databases')
  // Where capitals count, this is another one.
  const [row] = await lab.server.query('SELECT @@lower_case_table_names AS names')
  if (Number(row!.names) > 0) return
  const large = `${lab.schema}_O-H`
  await lab.server.query(
    `CREATE DATABASE ${escapeId(large)}; CREATE DATABASE ${escapeId(`${lab.schema}_o-h`)}`,
  )
  const both = [await makeTables(lab, large), await makeTables(lab, `${lab.schema}_o-h`)] as const
  await expectTables({ ...lab, connection: await lab.connect({ database: large }) }, ...both)
})

test('follows the connection into the database that it uses now', async (lab) => {
  const old = await makeTables(lab, lab.schema)
  await expectTables(lab, old)
  await lab.server.query(`CREATE DATABASE ${escapeId(`${lab.schema}_other`)}`)
  const names = await makeTables(lab, `${lab.schema}_other`)
  // A connection that has prepared nothing yet: a prepared DATABASE() would stay with the old one.
  const moved = await lab.connect()
  await moved.query(byTest(`USE ${escapeId(`${lab.schema}_other`)}`))
  await lab.asItIs()
  await expectTables({ ...lab, connection: moved }, names, old)
  const { statements } = await lab.server.observe(() => listTables(lab.connection))
  if (statements.some(({ command }) => command !== 'Query')) return
  await lab.connection.query(byTest(`USE ${escapeId(`${lab.schema}_other`)}`))
  await lab.asItIs()
  await expectTables(lab, names, old)
})

test('leaves the connection as it was, in the database where it was', async ({
  asItIs,
  connection,
  schema,
}) => {
  await setUnusually({ asItIs, connection })
  // Nor is it different for what is sent in the meantime.
  const [, [meanwhile]] = await Promise.all([
    listTables(connection),
    connection.query(byTest('SELECT DATABASE() AS now')),
  ])
  const [rows] = await connection.query(byTest('SELECT DATABASE() AS now'))
  const answers = [...(meanwhile as unknown[]), ...(rows as unknown[])]
  const row = answers.find((one) => Array.isArray(one)) ?? answers.at(-1)
  if (Array.isArray(row)) throw mistake('changes-options', { expected: { now: schema }, seen: row })
  const { now } = row as { now: string }
  if (now !== schema) throw mistake('changes-database', { expected: schema, seen: now })
})

test(
  'lets server errors through',
  async (lab) => {
    for await (const refusing of refusingConnections(lab, listTables))
      await expectRejection('swallows-errors', 'an error', () => listTables(refusing))
    await expectEachRefusal(lab, listTables, (expected, seen) =>
      mistake('swallows-errors', { expected, seen }),
    )
  },
  { leaves: ['closed', '@@max_join_size', '@@sql_big_selects'] },
)

// --- internal ---

/** Tables with names that nobody can know; in alphabetical order. */
async function makeTables({ server, random }: Lab, schema: string, count = random.int(3, 5)) {
  const names = Array.from({ length: count }, () => random.word())
  // As words, not as numbers, and not by their length.
  if (count > 1) {
    const digits = random.int(100_000, 999_999)
    names.push(`1${digits}00`, `9${digits}`, `${names[0]}10`, `${names[0]}9`)
  }
  await createTables(server, schema, random.shuffle(names))
  return names.toSorted()
}

/** In memory, since that is quicker; the last by its name is the oldest. */
async function createTables(server: Server, schema: string, names: string[]): Promise<void> {
  for (const name of names) made.add(name)
  const order = names.toSorted()
  const create = (name: string) =>
    `SET timestamp = ${1_500_000_000 - order.indexOf(name)};
     CREATE TABLE IF NOT EXISTS ${escapeId(schema, true)}.${escapeId(name, true)} (id INT) ENGINE = MEMORY`
  await server.query(`${names.map(create).join(';')}; SET timestamp = DEFAULT`)
}

/** All tables that this spec has created so far. */
const made = new Set<string>()

async function expectTables(
  { connection, server }: Pick<Lab, 'connection' | 'server'>,
  expected: string[],
  others: string[] = [],
) {
  const seen: unknown = await listTables(connection)
  await expectNames({ server }, seen, expected, others)
  const details = { expected, seen }
  const names = seen as string[]
  if (names.length === 1 && names[0] === expected[0] && expected.length > 1)
    throw mistake('first-only', details)
  if (names.toSorted().join() === expected.join() && names.join() !== expected.join())
    throw mistake('other-order', details)
  expectValue(seen, expected, 'listTables()')
}

/** Fails unless the result is an array of names, of this database as it is now. */
async function expectNames(
  { server }: Pick<Lab, 'server'>,
  seen: unknown,
  expected: string[],
  others: string[] = [],
) {
  const details = { expected, seen }
  if (!Array.isArray(seen)) return expectValue(seen, expected, 'listTables()')
  if (seen.some((one) => typeof one === 'object')) throw mistake('rows-not-names', details)
  if (seen.some((one) => one === undefined)) throw mistake('other-column', details)
  // No test creates a table with this name; the practice database has one.
  if (seen.join() === 'conversations,messages') throw mistake('typed-in', details)
  if (seen.some((one) => others.includes(one))) throw mistake('other-databases', details)
  const strange = seen.filter((one) => !expected.includes(one))
  if (strange.length === 0) return
  if (strange.length === seen.length && strange.every((one) => made.has(one)))
    throw mistake('stale-answer', details)
  // Another spec may own a table of the changed name at this moment.
  const inSmall = new Set(expected.map((name) => name.toLowerCase()))
  if (strange.every((one) => inSmall.has(String(one).toLowerCase()))) return
  if (await isElsewhere(server, strange)) throw mistake('other-databases', details)
}

/** Is each of them a table of some database? */
async function isElsewhere(server: Server, names: readonly unknown[]): Promise<boolean> {
  const rows = await server.query<{ name: string }>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_NAME IN (?)',
    [names],
  )
  return names.every((name) => rows.some((row) => row.name === name))
}
