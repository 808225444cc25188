import { escapeId } from 'mysql2'
import { foreignKeys, type ForeignKey } from '#exercise/07-cursor/7-foreign-keys'
import {
  byTest,
  exercise,
  expectApart,
  expectRows,
  inNoOrder,
  limitOf,
  mistake,
  expectSavepointLeft,
  expectTransactionLeft,
  setUnusually,
  type Lab,
} from '#support'
import { isDeepStrictEqual } from 'node:util'
import { expectErrorPassedOn } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'empty' })

test('finds every foreign key, whatever its column is called', async (lab) => {
  const { expected } = await createTables(lab)
  await setUnusually(lab)
  await check(lab, expected)
  {
    using _ = inNoOrder(lab.connection)
    await check(lab, expected)
  }
  const column = lab.random.word()
  // Some servers keep the capital letter.
  const name = `${lab.random.word()}X`
  await lab.server.query(
    'CREATE TABLE ?? (?? INT, FOREIGN KEY (??) REFERENCES conversations (id) ON DELETE RESTRICT)',
    [name, column, column],
  )
  const [{ table } = { table: name }] = await lab.server.query<{ table: string }>(
    'SELECT TABLE_NAME AS `table` FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?',
    [lab.schema, name],
  )
  const added = { table, column, references: 'conversations.id', onDelete: 'RESTRICT' }
  const before = (await read(lab)).length
  if (before === expected.length)
    throw mistake('stale-answer', { expected: expected.length + 1, seen: before })
  await check(lab, [...expected, added])
  const all = [...expected, added, ...(await createMany(lab))]
  const seen = await read(lab)
  if (seen.length < all.length)
    throw mistake('key-left-out', { expected: all.length, seen: seen.length })
  // Which of these names comes first is up to their collation.
  expectRows(whole(seen), whole(all), 'foreignKeys()')
  const limit = await limitOf(lab.server, () => foreignKeys(lab.connection))
  if (limit) throw mistake('key-left-out', { expected: 'no LIMIT', seen: `LIMIT ${limit}` })
})

test('finds keys to the same table, and two of one column', async (lab) => {
  const { child, expected, parent } = await createTables(lab)
  // Its name begins like the other's: joined with their columns' names, the two would be sorted the other way round.
  const [table, id, both] = [`${child}a`, lab.random.word(), lab.random.word()]
  await lab.server.query(
    `CREATE TABLE ${table} (${id} INT PRIMARY KEY, self INT, ${both} INT,
       FOREIGN KEY (self) REFERENCES ${table} (${id}),
       FOREIGN KEY (${both}) REFERENCES ${escapeId(parent, true)} (id) ON DELETE CASCADE,
       FOREIGN KEY (${both}) REFERENCES conversations (id) ON DELETE SET NULL)`,
  )
  const own = [
    { table, column: 'self', references: `${table}.${id}`, onDelete: 'NO ACTION' },
    { table, column: both, references: `${parent}.id`, onDelete: 'CASCADE' },
    { table, column: both, references: 'conversations.id', onDelete: 'SET NULL' },
  ]
  const odd = await createOdd(lab)
  const found = (await read(lab)).filter((key) => key.table === odd[0]!.table)
  if (found.length < odd.length) throw mistake('key-left-out', { expected: odd, seen: found })
  await check(lab, [...expected, ...own, ...odd])
  // Two keys may be alike in all but their names; and of two tables the shorter name comes first.
  const [word, twice] = [lab.random.word(), lab.random.word()]
  for (const name of [`${word}-x`, word])
    await lab.server.query(
      `CREATE TABLE \`${name}\` (${twice} INT, FOREIGN KEY (${twice}) REFERENCES conversations (id),
         FOREIGN KEY (${twice}) REFERENCES conversations (id))`,
    )
  const tables = (await read(lab)).filter((key) => key.column === twice).map((key) => key.table)
  const [short, long] = [word, `${word}-x`]
  if (tables.length < 4) throw mistake('key-left-out', { expected: 4, seen: tables })
  if (tables.join() !== [short, short, long, long].join())
    throw mistake('not-sorted', { expected: [short, short, long, long], seen: tables })
})

test('does not mistake other columns for foreign keys', async (lab) => {
  const { decoys, expected } = await createTables(lab)
  const seen = await read(lab)
  const taken = seen.filter(({ column }) => decoys.includes(column))
  if (taken.length > 0) throw mistake('guesses-from-names', { expected: 'not these', seen: taken })
  await check(lab, expected)
})

test('lists each column of a key that has two', async (lab) => {
  const { expected, pair } = await createTables(lab)
  const seen = await read(lab)
  const found = seen.filter((one) => pair.includes(one.column))
  if (found.length === 1) throw mistake('columns-missing', { expected, seen })
  await check(lab, expected)
})

test('looks only at the tables of the current database', async (lab) => {
  const { expected: all } = await createTables(lab)
  const far = await createTwin(lab)
  const expected = [...all, far]
  const seen = await read(lab)
  const tables = expected.map(({ table }) => table)
  if (seen.some(({ table }) => !tables.includes(table)))
    throw mistake('other-schema', { expected, seen })
  if (seen.length > expected.length) throw mistake('doubled-by-join', { expected, seen })
  await check(lab, expected)
  // Nor at its rules: seen from the other one, whose keys have the same names, there is one for all.
  const twins: unknown = await foreignKeys(await lab.connect({ database: `${lab.schema}_twin` }))
  const rules = (Array.isArray(twins) ? twins : []).map((key: ForeignKey) => key.onDelete)
  if (rules.some((rule) => rule !== 'NO ACTION'))
    throw mistake('rule-guessed', { expected: 'NO ACTION', seen: twins })
  // One whose name, as a pattern, fits the next one's; and where capitals count, the last is another one, too.
  const [row] = await lab.server.query('SELECT @@lower_case_table_names AS names')
  const [own, ...others] = ['_a_b', '_axb', ...(Number(row!.names) > 0 ? [] : ['_A_B'])].map(
    (end) => `${lab.schema}${end}`,
  )
  for (const [place, name] of [own!, ...others].entries())
    await lab.server.query(
      `CREATE DATABASE ${name}; CREATE TABLE ${name}.own${place} (a INT PRIMARY KEY, b INT,
         FOREIGN KEY (b) REFERENCES ${name}.own${place} (a))`,
    )
  const keys: unknown = await foreignKeys(await lab.connect({ database: own! }))
  if (Array.isArray(keys) && keys.length > 1)
    throw mistake('other-schema', { expected: 1, seen: keys })
})

test('returns an empty array for a database without foreign keys', async (lab) => {
  await createTables(lab)
  await lab.server.query('CREATE DATABASE ??', [`${lab.schema}_bare`])
  await lab.connection.query(byTest('USE ??'), [`${lab.schema}_bare`])
  await lab.asItIs()
  const seen: unknown = await foreignKeys(lab.connection)
  if (isTypedIn(seen)) throw mistake('typed-in', { expected: [], seen })
  if (Array.isArray(seen) && seen.length > 0) throw mistake('other-schema', { expected: [], seen })
  expectRows(seen, [], 'foreignKeys()')
  const both = [await lab.connect(), lab.connection].map((one) => () => foreignKeys(one))
  await expectApart(both, 'foreignKeys()', 'other-schema')
  await expectSavepointLeft(lab.connection, () => foreignKeys(lab.connection))
})

test(
  'lets server errors through',
  async (lab) => {
    await expectErrorPassedOn(lab, (connection) => foreignKeys(connection))
  },
  { leaves: ['closed'] },
)

test("leaves the caller's transaction open", async (lab) => {
  await expectTransactionLeft(lab, () => foreignKeys(lab.connection))
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
  const parent = random.name()
  const [child, owned, ...columns] = Array.from({ length: 7 }, random.word)
  const owner = `z${owned}`
  // Long enough that a list of them does not fit into GROUP_CONCAT.
  const [author, first, second, plain] = columns.map((word) => word.padEnd(60, 'x'))
  const rules = random.shuffle(['CASCADE', 'SET NULL', 'NO ACTION'])
  const decoys = [`${plain}_id`, `${random.word()}_id`]
  const pair = [first!, second!]
  const expected = [
    { table: child!, column: owner, references: `${parent}.id`, onDelete: rules[0]! },
    { table: child!, column: author!, references: 'conversations.id', onDelete: rules[1]! },
    { table: child!, column: first!, references: `${parent}.a`, onDelete: rules[2]! },
    { table: child!, column: second!, references: `${parent}.b`, onDelete: rules[2]! },
    ofTheChat,
  ].toSorted(byPlace)
  // The constraints' names are in the opposite order to the columns'.
  const nameOf = (column: string) =>
    `k${9 - expected.findIndex((one) => one.column === column)}_${random.word()}`
  // A foreign key and a unique key may have the same name.
  const ofOwner = nameOf(owner)
  const quoted = escapeId(parent, true)
  await using outside = await server.session()
  await outside.query(
    `CREATE TABLE ${quoted} (id INT PRIMARY KEY, a INT, b INT, UNIQUE KEY (a, b));
     CREATE TABLE ${child} (
       id INT PRIMARY KEY, ${owner} INT INVISIBLE, ${author} INT, ${first} INT, ${second} INT,
       ${decoys[0]} INT, ${decoys[1]} INT, KEY (${decoys[1]}), UNIQUE KEY ${ofOwner} (${owner}, ${decoys[1]}),
       CONSTRAINT ${ofOwner} FOREIGN KEY (${owner}) REFERENCES ${quoted} (id) ON DELETE ${rules[0]},
       CONSTRAINT ${nameOf(author!)} FOREIGN KEY (${author}) REFERENCES conversations (id) ON DELETE ${rules[1]},
       CONSTRAINT ${nameOf(first!)} FOREIGN KEY (${first}, ${second}) REFERENCES ${quoted} (a, b) ON DELETE ${rules[2]}
     )`,
  )
  return { child: child!, decoys, expected, pair, parent }
}

/** A key that belongs to the primary key of its table, one to what is not unique, and one to a table that is not there. */
async function createOdd({ random, server }: Lab): Promise<ForeignKey[]> {
  const [table, parent, gone, link, code, lost] = Array.from({ length: 6 }, random.word)
  await using outside = await server.session()
  // Newer servers ask for permission; older ones have no such variable.
  await outside.query('SET restrict_fk_on_non_standard_key = 0').catch(() => {})
  await outside.query(
    `SET foreign_key_checks = 0;
     CREATE TABLE ${parent} (id INT PRIMARY KEY, code INT, KEY (code));
     CREATE TABLE ${table} (
       id INT, ${link} INT, ${code} INT, ${lost} INT, PRIMARY KEY (${link}, id),
       FOREIGN KEY (${link}) REFERENCES conversations (id) ON DELETE CASCADE,
       FOREIGN KEY (${code}) REFERENCES ${parent} (code),
       FOREIGN KEY (${lost}) REFERENCES ${gone} (id) ON DELETE SET NULL
     )`,
  )
  return [
    { table: table!, column: link!, references: 'conversations.id', onDelete: 'CASCADE' },
    { table: table!, column: code!, references: `${parent}.code`, onDelete: 'NO ACTION' },
    { table: table!, column: lost!, references: `${gone}.id`, onDelete: 'SET NULL' },
  ]
}

/** More keys than a page of a hundred holds. There are dots, backticks and commas in the names, and more of them than GROUP_CONCAT holds. */
async function createMany({ random, server }: Lab): Promise<ForeignKey[]> {
  const [child, parent] = [
    `${random.word()}.a\`b`,
    `${random.word()}.a\`b,${'c'.repeat(45)}`,
  ] as const
  const columns = random.shuffle(random.hostile('name')).slice(0, 16)
  const listOf = (names: readonly string[]) => names.map((one) => escapeId(one, true)).join(', ')
  const list = columns.map((name) => `${listOf([name])} INT`).join(', ')
  // Each key has all columns, one place further on.
  const turns = Array.from({ length: 7 }, (_, turn) => [
    ...columns.slice(turn),
    ...columns.slice(0, turn),
  ])
  const foreign = turns.map(
    (own) => `FOREIGN KEY (${listOf(own)}) REFERENCES ${listOf([parent])} (${listOf(columns)})`,
  )
  await server.query(`CREATE TABLE ${listOf([parent])} (${list}, UNIQUE KEY (${listOf(columns)}))`)
  await server.query(`CREATE TABLE ${listOf([child])} (${list}, ${foreign.join(', ')})`)
  return turns.flatMap((own) =>
    own.map((column, place): ForeignKey => {
      const references = `${parent}.${columns[place]}`
      return { table: child, column, references, onDelete: 'NO ACTION' }
    }),
  )
}

/**
 * Another database: the same names with other rules, and a table that only it has, which points at one of the current
 * database. @returns a key of the current database that points at the other
 */
async function createTwin({ random, schema, server }: Lab): Promise<ForeignKey> {
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
  const [table, column] = [random.word(), random.word()]
  await outside.query(
    `CREATE TABLE ??.?? (id INT, own INT, FOREIGN KEY (own) REFERENCES ??.parent (id),
       FOREIGN KEY (id) REFERENCES ??.conversations (id));
     CREATE TABLE ?? (?? INT, FOREIGN KEY (??) REFERENCES ??.parent (id) ON DELETE CASCADE)`,
    [twin, random.word(), twin, schema, table, column, column, twin],
  )
  return { table, column, references: 'parent.id', onDelete: 'CASCADE' }
}

async function read({ connection }: Lab): Promise<ForeignKey[]> {
  const seen: unknown = await foreignKeys(connection)
  if (!Array.isArray(seen)) expectRows(seen, [], 'foreignKeys()')
  if (isTypedIn(seen)) throw mistake('typed-in', { expected: 'all that are there', seen })
  const keys = seen as ForeignKey[]
  if (keys.some((one) => one?.references === null)) throw mistake('not-foreign', { seen })
  return keys
}

const place = (key: ForeignKey) => `${key.table}.${key.column}`
const byPlace = (a: ForeignKey, b: ForeignKey) => (place(a) < place(b) ? -1 : 1)
/** In a fixed order, since two keys of one column may come in any. */
const whole = (keys: readonly ForeignKey[]) =>
  keys.toSorted((a, b) => (`${place(a)} ${a.references}` < `${place(b)} ${b.references}` ? -1 : 1))

async function check(lab: Lab, all: readonly ForeignKey[]): Promise<void> {
  const expected = whole(all)
  const seen = await read(lab)
  const places = (keys: readonly ForeignKey[]) => keys.map(place)
  const missing = places(expected).filter((one) => !places(seen).includes(one))
  if (missing.length > 1) throw mistake('guesses-from-names', { expected, seen })
  if (missing.length === 1 || seen.length < expected.length)
    throw mistake('key-left-out', { expected, seen })
  for (const key of expected) {
    const here = seen.filter((one) => place(one) === place(key))
    const own = here.find(({ references }) => references === key.references)
    if (here.some(({ references }) => references === tableOf(key)))
      throw mistake('column-left-out', { expected: key, seen: here })
    if (here.filter(({ references }) => references === key.references).length > 1)
      throw mistake('doubled-by-join', { expected: key, seen: here })
    if (own && own.onDelete !== key.onDelete)
      throw mistake('rule-guessed', { expected: key, seen: own })
  }
  if (
    isDeepStrictEqual(places(whole(seen)), places(expected)) &&
    !isDeepStrictEqual(places(seen), places(expected))
  )
    throw mistake('not-sorted', { expected: places(expected), seen: places(seen) })
  expectRows(whole(seen), expected, 'foreignKeys()')
}

/** The table that a key points at. */
function tableOf({ references }: ForeignKey): string {
  return references.slice(0, references.lastIndexOf('.'))
}

/** The chat's one key, and nothing else. */
function isTypedIn(seen: unknown): boolean {
  return Array.isArray(seen) && seen.length === 1 && isDeepStrictEqual({ ...seen[0] }, ofTheChat)
}
