import { escapeId } from 'mysql2'
import { inspectTable, type ColumnInfo } from '#exercise/07-cursor/6-inspect-table'
import {
  byTest,
  exercise,
  expectApart,
  expectRows,
  expectValue,
  inNoOrder,
  limitOf,
  mistake,
  expectTransactionLeft,
  setUnusually,
  type Lab,
} from '#support'
import { expectErrorPassedOn } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'empty' })

test('gives the name and the type of every column', async (lab) => {
  const { table, columns } = await createTable(lab)
  await setUnusually(lab)
  await check(lab, table, columns)
  // Whatever the table is stored in.
  const [other, column] = [lab.random.word(), lab.random.word()]
  await lab.server.query(`CREATE TABLE ${other} (${column} INT) ENGINE = MEMORY`)
  expectRows(
    await inspectTable(lab.connection, other),
    [{ name: column, type: 'int', nullable: true, key: '' }],
    'inspectTable()',
  )
})

test('says whether a column may be NULL, and which kind of key it is', async (lab) => {
  await check(lab, 'messages', [
    { name: 'id', type: 'int', nullable: false, key: 'PRI' },
    { name: 'conversation_id', type: 'int', nullable: false, key: 'MUL' },
    { name: 'sender', type: "enum('user','ai')", nullable: false, key: '' },
    { name: 'content', type: 'text', nullable: false, key: '' },
    { name: 'timestamp', type: 'timestamp', nullable: false, key: '' },
  ])
  const { table, columns } = await createTable(lab)
  await check(lab, table, columns)
  const [both, one, two, three, four] = Array.from({ length: 5 }, lab.random.word)
  await lab.server.query(
    `CREATE TABLE ${both} (${one} INT, ${two} INT, ${three} INT NOT NULL, ${four} INT NOT NULL,
     PRIMARY KEY (${two}, ${one}), UNIQUE KEY (${three}, ${four}))`,
  )
  await check(lab, both!, [
    { name: one!, type: 'int', nullable: false, key: 'PRI' },
    { name: two!, type: 'int', nullable: false, key: 'PRI' },
    { name: three!, type: 'int', nullable: false, key: 'MUL' },
    { name: four!, type: 'int', nullable: false, key: '' },
  ])
  // Where there is no primary key, a unique one takes its place.
  const without = lab.random.word()
  await lab.server.query(
    `CREATE TABLE ${without} (${one} INT NOT NULL, ${two} INT DEFAULT 7, UNIQUE KEY (${one}))`,
  )
  await check(lab, without, [
    { name: one!, type: 'int', nullable: false, key: 'PRI' },
    { name: two!, type: 'int', nullable: true, key: '' },
  ])
})

test("keeps the table's order of columns", async (lab) => {
  const { table, columns } = await createTable(lab)
  await check(lab, table, columns)
  {
    using _ = inNoOrder(lab.connection)
    await check(lab, table, columns)
  }
  const name = lab.random.word()
  await lab.server.query('ALTER TABLE ?? ADD COLUMN ?? INT NULL FIRST', [table, name])
  const seen: unknown = await inspectTable(lab.connection, table)
  if (Array.isArray(seen) && seen.length > 0 && !seen.some((column) => column?.name === name))
    throw mistake('stale-answer', { expected: name, seen })
  await check(lab, table, [{ name, type: 'int', nullable: true, key: '' }, ...columns])
  const wide = lab.random.word()
  const many = Array.from({ length: 130 }, (_, index): ColumnInfo => {
    return { name: `c${(index * 37) % 130}`, type: 'int', nullable: true, key: '' }
  })
  await lab.server.query(
    `CREATE TABLE ${wide} (${many.map((one) => `${one.name} INT`).join(', ')})`,
  )
  await check(lab, wide, many)
  expectValue(
    await limitOf(lab.server, () => inspectTable(lab.connection, wide)),
    undefined,
    'LIMIT',
  )
})

test('looks only at the current database', async (lab) => {
  const { table, columns } = await createTable(lab)
  const elsewhere = lab.random.word()
  await using outside = await lab.server.session()
  // Read as a pattern, the name of the one fits the other too.
  const [there, beyond] = [`${lab.schema}_a_b'`, `${lab.schema}_axb'`]
  for (const database of [there, beyond]) {
    await outside.query('CREATE DATABASE ??', [database])
    for (const name of [table, elsewhere])
      await outside.query('CREATE TABLE ??.?? (id INT)', [database, name])
  }
  const seen: unknown = await inspectTable(lab.connection, table)
  if (Array.isArray(seen) && seen.length > columns.length)
    throw mistake('other-schema', { expected: columns, seen })
  const nothing: unknown = await inspectTable(lab.connection, elsewhere)
  if (Array.isArray(nothing) && nothing.length > 0)
    throw mistake('other-schema', { expected: [], seen: nothing })
  // A connection that has prepared nothing yet: a prepared DATABASE() would stay with the old one.
  const moved = await lab.connect()
  await moved.query(byTest('USE ??'), [there])
  await lab.asItIs()
  const ids: unknown = await inspectTable(moved, table)
  if (Array.isArray(ids) && ids.length !== 1)
    throw mistake('other-schema', { expected: ['id'], seen: ids })
  // Where capitals count, this is another one, too.
  const [row] = await lab.server.query('SELECT @@lower_case_table_names AS names')
  if (Number(row!.names) === 0) {
    const large = `${lab.schema}_A_B'`
    await outside.query('CREATE DATABASE ??; CREATE TABLE ??.?? (id INT)', [large, large, table])
    const own: unknown = await inspectTable(moved, table)
    if (Array.isArray(own) && own.length !== 1)
      throw mistake('other-schema', { expected: ['id'], seen: own })
  }
  const both = [lab.connection, moved].map((one) => () => inspectTable(one, table))
  await expectApart(both, 'inspectTable()', 'other-schema')
})

test('takes any name, even with a quote or a backtick in it', async (lab) => {
  const { random, server } = lab
  const pattern = random.word()
  // Others that a pattern, or a different spelling of the name, confuses with it.
  await server.query(`CREATE TABLE ${pattern}xx (elsewhere INT)`)
  const [{ cases } = { cases: 1 }] = await server.query<{ cases: number }>(
    'SELECT @@lower_case_table_names AS cases',
  )
  if (Number(cases) === 0) await server.query(`CREATE TABLE ${pattern}_X (elsewhere INT)`)
  const names = [`${pattern}_x`, ` ${random.word()}`, ...random.hostile('name')]
  for (const [index, name] of names.entries()) {
    const own = random.word()
    await server.query(`CREATE TABLE ${escapeId(name, true)} (${own} INT)`)
    await check(lab, name, [{ name: own, type: 'int', nullable: true, key: '' }])
    if (index > 0) await server.query(`DROP TABLE ${escapeId(name, true)}`)
  }
})

test('returns an empty array for a table that does not exist', async ({
  asItIs,
  connection,
  random,
  server,
}) => {
  const missing = random.word()
  const long = random.word().padEnd(64, 'x')
  await server.query('CREATE TABLE ?? (elsewhere INT)', [long])
  // The server may say it in another language.
  await connection.query(byTest("SET SESSION lc_messages = 'ru_RU'"))
  await asItIs()
  // Nor does one that has no name, or a longer one than any table.
  const others = ['', ' ', 'x'.repeat(65), 'ж'.repeat(300)]
  // Nor one that is almost the name of a table.
  const alike = [
    `${long}x`,
    '`messages`',
    '"messages"',
    'messages;',
    // A list, and a pattern.
    'conversations,messages',
    'conversations|messages',
    'messages\u200B',
    'message\u0301s',
  ]
  for (const name of [missing, ...others, ...alike]) {
    const outcome = await inspectTable(connection, name).catch((error: Error) => error)
    if (Array.isArray(outcome) && outcome.length === 0) continue
    if (Array.isArray(outcome) && alike.includes(name))
      throw mistake('name-changed', { expected: [], seen: outcome })
    const id = isChat(outcome) ? 'typed-in' : 'not-empty-array'
    // DESCRIBE refuses a name that no table can have: ER_WRONG_TABLE_NAME, ER_TOO_LONG_IDENT.
    if (name !== missing && [1103, 1059].includes(Object(outcome).errno as number)) continue
    throw mistake(id, { expected: [], seen: outcome })
  }
  // Now there is one.
  await server.query('CREATE TABLE ?? (id INT)', [missing])
  const seen: unknown = await inspectTable(connection, missing)
  if (Array.isArray(seen) && seen.length === 0)
    throw mistake('stale-answer', { expected: ['id'], seen })
})

test(
  'lets server errors through',
  async (lab) => {
    await expectErrorPassedOn(lab, (connection) => inspectTable(connection, 'messages'))
  },
  { leaves: ['closed'] },
)

test("leaves the caller's transaction open", async (lab) => {
  await expectTransactionLeft(lab, () => inspectTable(lab.connection, 'messages'))
  await expectTransactionLeft(lab, () => inspectTable(lab.connection, lab.random.word()))
})

// --- internal ---

/** A table of twelve columns in random order, with random names. */
async function createTable({ random, server }: Lab, table = random.word()) {
  const size = random.int(20, 200)
  const [id, mail, state, group, note, price, title] = Array.from({ length: 7 }, random.word)
  const others = [
    'int unsigned',
    'int(5) unsigned zerofill',
    'datetime(6)',
    'tinyint(1)',
    'char(3)',
    "set('x','y')",
  ]
  const flags = `enum(${Array.from({ length: 120 }, (_, n) => `'Flag ${n}'`).join()})`
  const columns: [sql: string, ColumnInfo][] = random.shuffle([
    ['INT AUTO_INCREMENT PRIMARY KEY', { name: id!, type: 'int', nullable: false, key: 'PRI' }],
    [
      `VARCHAR(${size}) UNIQUE`,
      { name: mail!, type: `varchar(${size})`, nullable: true, key: 'UNI' },
    ],
    [
      "ENUM('open','shut, or not') NOT NULL",
      { name: state!, type: "enum('open','shut, or not')", nullable: false, key: '' },
    ],
    // Capital letters, and a long list.
    [`${flags} NULL`, { name: random.word(), type: flags, nullable: true, key: '' }],
    // SELECT * does not show it, DESCRIBE does.
    ['INT INVISIBLE', { name: random.word(), type: 'int', nullable: true, key: '' }],
    // Computed, and written in capital letters.
    ['INT AS (1 + 1) VIRTUAL', { name: `X${random.word()}`, type: 'int', nullable: true, key: '' }],
    ['BIGINT NOT NULL', { name: group!, type: 'bigint', nullable: false, key: 'MUL' }],
    ['BIGINT, KEY (`kind`)', { name: 'kind', type: 'bigint', nullable: true, key: 'MUL' }],
    // A doubled quote, and a word without letters.
    [
      "ENUM('it''s','')",
      { name: random.word(), type: "enum('it''s','')", nullable: true, key: '' },
    ],
    ['TEXT', { name: note!, type: 'text', nullable: true, key: '' }],
    ['DECIMAL(8, 2) NOT NULL', { name: price!, type: 'decimal(8,2)', nullable: false, key: '' }],
    ...others.map((type): [string, ColumnInfo] => {
      // Some begin with a space.
      const name = type === 'char(3)' ? ` ${random.word()}` : random.name()
      return [type, { name, type, nullable: true, key: '' }]
    }),
    ['VARCHAR(255) NOT NULL', { name: title!, type: 'varchar(255)', nullable: false, key: '' }],
  ])
  const list = columns.map(([sql, { name }]) => `${escapeId(name, true)} ${sql}`).join(', ')
  await server.query(`CREATE TABLE ${table} (${list}, KEY (${group}))`)
  return { table, columns: columns.map(([, column]) => column) }
}

async function check(
  { connection }: Lab,
  table: string,
  expected: readonly ColumnInfo[],
): Promise<void> {
  const seen: unknown = await inspectTable(connection, table).catch((error) => {
    if (/^[a-z]+$/.test(table)) throw error
    // Split at its dot, a name means a database and a table in it.
    const isSplit = table.includes('.') && [1044, 1049, 1142].includes(error.errno)
    throw mistake(isSplit ? 'name-changed' : 'name-in-sql', { seen: error.message })
  })
  const id = mistakeIn(seen, expected, /^[a-z]+$/.test(table))
  if (id) throw mistake(id, { expected, seen })
  expectRows(seen, expected, 'inspectTable()')
}

/** The known mistake that a wrong answer shows. */
function mistakeIn(
  seen: unknown,
  expected: readonly ColumnInfo[],
  isPlain: boolean,
): string | undefined {
  if (!Array.isArray(seen)) return undefined
  if (seen.length === 0) return isPlain ? 'schema-typed-in' : 'name-changed'
  if (seen.some((column) => !hasKeys(column))) return 'other-keys'
  if (!isPlain && seen.some(({ name }) => name === 'elsewhere')) return 'name-changed'
  if (isChat(seen) && !isChat(expected)) return 'typed-in'
  if (seen.some(({ nullable }) => typeof nullable !== 'boolean')) return 'nullable-not-boolean'
  const names = (columns: readonly ColumnInfo[]) => columns.map(({ name }) => name)
  if (String(names(seen).toSorted()) !== String(names(expected).toSorted())) return undefined
  if (String(names(seen)) !== String(names(expected))) return 'column-order'
  const keys = (columns: readonly ColumnInfo[]) => String(columns.map(({ key }) => key))
  if (keys(seen) !== keys(expected)) return 'other-key-kind'
  if (seen.some(({ nullable }, index) => nullable !== expected[index]!.nullable))
    return 'nullable-not-boolean'
  const cutShort = seen.some(
    ({ type }, index) => type === expected[index]!.type.replace(/\(.*/, ''),
  )
  const alike = seen.every(({ type }, index) => expected[index]!.type.startsWith(type))
  return cutShort && alike && !seen.every(({ type }, index) => type === expected[index]!.type)
    ? 'type-cut-short'
    : undefined
}

function hasKeys(column: unknown): boolean {
  const names = typeof column === 'object' && column !== null ? Object.keys(column) : []
  return names.toSorted().join() === 'key,name,nullable,type'
}

function isChat(columns: unknown): boolean {
  return Array.isArray(columns) && /\b(conversation_id|is_archived)\b/.test(JSON.stringify(columns))
}
