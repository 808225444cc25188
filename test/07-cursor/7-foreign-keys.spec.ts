import { foreignKeys, type ForeignKey } from '#exercise/07-cursor/7-foreign-keys'
import { byTest, exercise, expectRows, mistake, type Lab } from '#support'
import { isDeepStrictEqual } from 'node:util'
import { expectErrorPassedOn } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'empty' })

test('finds every foreign key, whatever its column is called', async (lab) => {
  const { expected } = await createTables(lab)
  await check(lab, expected)
})

test('takes no column for a foreign key that is none', async (lab) => {
  const { decoys, expected } = await createTables(lab)
  const seen = await read(lab)
  const taken = seen.filter(({ column }) => decoys.includes(column))
  if (taken.length > 0) throw mistake('guesses-from-names', { expected: 'not these', seen: taken })
  if (seen.some(({ references }) => !references)) throw mistake('not-foreign', { expected, seen })
})

test('gives each column of a key that has two', async (lab) => {
  const { expected, pair } = await createTables(lab)
  const seen = await read(lab)
  const found = seen.filter((one) => pair.includes(one.column))
  if (found.length === 1) throw mistake('columns-missing', { expected, seen })
  await check(lab, expected)
})

test('looks at the tables of the current database alone', async (lab) => {
  const { expected } = await createTables(lab)
  await createTwin(lab)
  const seen = await read(lab)
  const tables = expected.map(({ table }) => table)
  if (seen.some(({ table }) => !tables.includes(table)))
    throw mistake('other-schema', { expected, seen })
  if (seen.length > expected.length) throw mistake('doubled-by-join', { expected, seen })
  await check(lab, expected)
})

test('answers a database without foreign keys with an empty array', async (lab) => {
  await createTables(lab)
  await lab.server.query('CREATE DATABASE ??', [`${lab.schema}_bare`])
  await lab.connection.query(byTest('USE ??'), [`${lab.schema}_bare`])
  await lab.asItIs()
  const seen: unknown = await foreignKeys(lab.connection)
  if (isTypedIn(seen)) throw mistake('typed-in', { expected: [], seen })
  if (Array.isArray(seen) && seen.length > 0) throw mistake('other-schema', { expected: [], seen })
  expectRows(seen, [], 'foreignKeys()')
})

test('lets an error of the server through', async ({ connection, server }) => {
  await expectErrorPassedOn(server, connection, () => foreignKeys(connection))
})

// --- internal ---

const ofTheChat: ForeignKey = {
  table: 'messages',
  column: 'conversation_id',
  references: 'conversations.id',
  onDelete: 'CASCADE',
}

/** Two tables beside the chat's: `parent`, and `child` with three foreign keys, one of them of two columns. */
async function createTables({ random, server }: Lab) {
  const [parent, child, ...columns] = Array.from({ length: 8 }, random.word)
  const [owner, author, first, second, plain] = columns
  const rules = random.shuffle(['CASCADE', 'SET NULL', 'NO ACTION'])
  const decoys = [`${plain}_id`, `${random.word()}_id`]
  const pair = [first!, second!]
  const expected = [
    { table: child!, column: owner!, references: `${parent}.id`, onDelete: rules[0]! },
    { table: child!, column: author!, references: 'conversations.id', onDelete: rules[1]! },
    { table: child!, column: first!, references: `${parent}.a`, onDelete: rules[2]! },
    { table: child!, column: second!, references: `${parent}.b`, onDelete: rules[2]! },
    ofTheChat,
  ].toSorted((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1))
  // The constraints' names run the other way than the columns'.
  const nameOf = (column: string) =>
    `k${9 - expected.findIndex((one) => one.column === column)}_${random.word()}`
  await using outside = await server.session()
  await outside.query(
    `CREATE TABLE ${parent} (id INT PRIMARY KEY, a INT, b INT, UNIQUE KEY (a, b));
     CREATE TABLE ${child} (
       id INT PRIMARY KEY, ${owner} INT, ${author} INT, ${first} INT, ${second} INT,
       ${decoys[0]} INT, ${decoys[1]} INT, KEY (${decoys[1]}),
       CONSTRAINT ${nameOf(owner!)} FOREIGN KEY (${owner}) REFERENCES ${parent} (id) ON DELETE ${rules[0]},
       CONSTRAINT ${nameOf(author!)} FOREIGN KEY (${author}) REFERENCES conversations (id) ON DELETE ${rules[1]},
       CONSTRAINT ${nameOf(first!)} FOREIGN KEY (${first}, ${second}) REFERENCES ${parent} (a, b) ON DELETE ${rules[2]}
     )`,
  )
  return { decoys, expected, pair }
}

/** Another database: the same names with other rules, and a table that only it has. */
async function createTwin({ random, schema, server }: Lab): Promise<void> {
  const twin = `${schema}_twin`
  await using outside = await server.session()
  const [keys] = await outside.query(
    'SELECT TABLE_NAME AS `table`, CONSTRAINT_NAME AS name FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?',
    [schema],
  )
  await outside.query('CREATE DATABASE ??; CREATE TABLE ??.parent (id INT PRIMARY KEY)', [
    twin,
    twin,
  ])
  for (const { table, name } of keys as { table: string; name: string }[]) {
    await outside.query(
      `CREATE TABLE IF NOT EXISTS ??.?? (id INT PRIMARY KEY);
       ALTER TABLE ??.?? ADD COLUMN ?? INT, ADD CONSTRAINT ?? FOREIGN KEY (??) REFERENCES ??.parent (id)`,
      [twin, table, twin, table, `of_${name}`, name, `of_${name}`, twin],
    )
  }
  await outside.query('CREATE TABLE ??.?? (id INT, FOREIGN KEY (id) REFERENCES ??.parent (id))', [
    twin,
    random.word(),
    twin,
  ])
}

async function read({ connection }: Lab): Promise<ForeignKey[]> {
  const seen: unknown = await foreignKeys(connection)
  if (!Array.isArray(seen)) expectRows(seen, [], 'foreignKeys()')
  if (isTypedIn(seen)) throw mistake('typed-in', { expected: 'all that are there', seen })
  return seen as ForeignKey[]
}

async function check(lab: Lab, expected: readonly ForeignKey[]): Promise<void> {
  const seen = await read(lab)
  const place = (key: ForeignKey) => `${key.table}.${key.column}`
  const missing = expected.filter((key) => !seen.some((one) => place(one) === place(key)))
  if (missing.length > 1) throw mistake('guesses-from-names', { expected, seen })
  for (const key of expected) {
    const own = seen.find((one) => place(one) === place(key))
    if (own && own.references === key.references.split('.')[0])
      throw mistake('column-left-out', { expected: key, seen: own })
    if (own && own.references === key.references && own.onDelete !== key.onDelete)
      throw mistake('rule-guessed', { expected: key, seen: own })
  }
  const sorted = seen.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  if (
    isDeepStrictEqual(sorted.map(place), expected.map(place)) &&
    seen.some((key, index) => place(key) !== place(expected[index]!))
  )
    throw mistake('not-sorted', { expected: expected.map(place), seen: seen.map(place) })
  expectRows(seen, expected, 'foreignKeys()')
}

/** The chat's one key, and nothing else. */
function isTypedIn(seen: unknown): boolean {
  return Array.isArray(seen) && seen.length === 1 && isDeepStrictEqual({ ...seen[0] }, ofTheChat)
}
