import { escape, escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import { describeTable, type Column } from '#exercise/03-shell/3-describe-table'
import {
  byTest,
  exercise,
  expectApart,
  expectChangeSeen,
  expectError,
  expectRows,
  found,
  inCallersTransaction,
  inNoOrder,
  mistake,
  setUnusually,
  type Lab,
  type Server,
} from '#support'
import { expectEachRefusal, expectRejection, refusingConnections } from './rejections.ts'

const test = exercise(import.meta.url, { tables: 'empty' })

test('describes the columns of a table in their order', async (lab) => {
  await setUnusually(lab)
  const { name, columns } = await makeTable(lab)
  await expectColumns(lab.connection, name, columns)
  await inCallersTransaction(lab, () => expectColumns(lab.connection, name, columns))
  {
    using _ = inNoOrder(lab.connection)
    await expectColumns(lab.connection, name, columns)
  }
  await lab.server.query(`ALTER TABLE ${escapeId(name)} ADD COLUMN one_more DATE`)
  const seen = await ask(lab.connection, name)
  if (Array.isArray(seen) && seen.length > 0 && !seen.some((one) => one?.name === 'one_more'))
    throw mistake('stale-answer', { expected: 'one_more', seen })
  await expectColumns(lab.connection, name, [...columns, column('one_more', 'date', true, null)])
  // Two calls at once are two questions.
  const change = `ALTER TABLE ${escapeId(name)} DROP COLUMN one_more`
  const again = () => describeTable(lab.connection, name)
  await expectChangeSeen(lab.connection, change, again, 'describeTable()', 'stale-answer')
  // More than a hundred, and names that the keys of an object would put first.
  const many = Array.from({ length: 110 }, (_, index) => `c${(index * 37) % 110}`)
  many.splice(50, 0, 'constructor', '2026', '7')
  const wide = many.map((one) => column(one, 'int', true, null))
  const other = lab.random.word()
  await create(lab.server, other, wide)
  await expectColumns(lab.connection, other, wide)
})

test('gives the type with its length or its list', async ({ connection, server, random }) => {
  const [short, long] = [random.int(2, 20), random.int(21, 200)]
  const columns = [
    column('code', `char(${short})`, false, null),
    column('label', `varchar(${long})`, true, null),
    column('price', 'decimal(8,2)', true, null),
    column('size', "enum('S','Two words','x,y','x, y','x  y')", false, null),
    column('Two Words', 'int unsigned', true, null),
    column('ё_2', 'timestamp(6)', true, null),
  ]
  const name = random.word()
  await create(server, name, columns)
  await expectColumns(connection, name, columns)
})

test('gives each default as SQL shows it, and null where there is none', async (lab) => {
  const { server, random, connection } = lab
  const text = random.word()
  const columns = [
    column('none', 'int', true, null),
    column('zero', 'int', false, '0'),
    column('empty', 'varchar(20)', false, ''),
    column('word', 'varchar(20)', false, text),
    column('null', 'varchar(20)', true, 'NULL'),
    column('case', 'varchar(20)', true, ` ${text.toUpperCase()} `),
    column('made', 'timestamp', false, 'CURRENT_TIMESTAMP'),
    column('share', 'decimal(4,2)', true, '0.50'),
    column('day', 'date', true, '2026-02-03'),
    column('quoted', 'varchar(20)', true, `'${text}'`),
    column('letters', 'varchar(20)', true, 'Ёлка é'),
  ]
  const name = random.word()
  await create(server, name, columns)
  await server.query(
    `ALTER TABLE ${name} ADD UNIQUE (word), ADD UNIQUE (\`case\`), ADD changed DATETIME NULL ON UPDATE CURRENT_TIMESTAMP,
     ADD code INT NULL DEFAULT (1 + 1), ADD twice BIGINT AS (zero * 2),
     ADD hidden INT NULL INVISIBLE, ADD PRIMARY KEY (zero), ADD UNIQUE (zero), ADD KEY (zero, word), ADD KEY (day),
     ADD CONSTRAINT ${random.word()} FOREIGN KEY (zero) REFERENCES conversations (id)`,
  )
  const added = [
    column('changed', 'datetime', true, null),
    column('code', 'int', true, '(1 + 1)'),
    column('twice', 'bigint', true, null),
    column('hidden', 'int', true, null),
  ]
  await expectColumns(connection, name, [...columns, ...added])
})

test('takes any name, with a hyphen, a space, a dot or a backtick in it too', async (lab) => {
  const joined = ['-', ' ', '`', '.', "'", '"', '\\', '?', '`a`'].map(
    (sign) => `${lab.random.word()}${sign}${lab.random.word()}`,
  )
  const word = lab.random.word()
  const names = [
    ...joined,
    ...lab.random.hostile('name'),
    ` ${word}`,
    `${word}-${word.toUpperCase()}`,
    `${word}-e\u0301`,
    `${word}$&$$`,
  ]
  // Letters and digits alone, but for SQL one is a keyword, and two are numbers.
  names.push('order', '2026', '1e5')
  for (const name of names) {
    await create(lab.server, name, [column('id', 'int', false, null)])
    await expectColumns(lab.connection, name, [column('id', 'int', false, null)])
  }
})

test('takes the name as a name, not as a pattern', async (lab) => {
  const [one, two] = [lab.random.word(), lab.random.word()]
  const [expected, other] = ['own', 'elsewhere'].map((name) => [column(name, 'int', false, null)])
  await create(lab.server, `${one}x${two}`, other!)
  for (const sign of ['_', '%']) {
    await create(lab.server, `${one}${sign}${two}`, expected!)
    const seen = await ask(lab.connection, `${one}${sign}${two}`)
    if (Array.isArray(seen) && seen.some(({ name }) => name === 'elsewhere'))
      throw mistake('name-as-pattern', { expected, seen })
    await expectColumns(lab.connection, `${one}${sign}${two}`, expected!)
    await lab.server.query(`DROP TABLE ${escapeId(`${one}${sign}${two}`, true)}`)
  }
  // Some servers keep names in lower case.
  const [row] = await lab.server.query<{ names: number }>(
    'SELECT @@lower_case_table_names AS names',
  )
  if (Number(row!.names) > 0) return
  await create(lab.server, one, expected!)
  await create(lab.server, one.toUpperCase(), other!)
  const seen = await ask(lab.connection, one)
  if (Array.isArray(seen) && seen.some(({ name }) => name === 'elsewhere'))
    throw mistake('name-as-pattern', { expected, seen })
  await expectColumns(lab.connection, one, expected!)
})

test('looks in the current database, not in others', async (lab) => {
  const { name, columns } = await makeTable(lab)
  const other = `${lab.schema}_o_her`
  await lab.server.query(`CREATE DATABASE ${escapeId(other)}`)
  await lab.server.query(`CREATE TABLE ${escapeId(other)}.${escapeId(name)} (elsewhere INT)`)
  await expectColumns(lab.connection, name, columns)
  // A connection that has prepared nothing yet: a prepared DATABASE() would stay with the old one.
  const moved = await lab.connect()
  await moved.query(byTest(`USE ${escapeId(other)}`))
  await lab.asItIs()
  const elsewhere = await ask(moved, name)
  const expected = [column('elsewhere', 'int', true, null)]
  if (JSON.stringify(elsewhere) === JSON.stringify(columns))
    throw mistake('other-databases', { expected, seen: elsewhere })
  await expectColumns(moved, name, expected)
  // At the same time, too.
  const calls = [lab.connection, moved].map((one) => () => describeTable(one, name))
  await expectApart(calls, 'describeTable()', 'other-databases')
  // A database whose name a pattern takes for that one.
  const alike = `${lab.schema}_other`
  await lab.server.query(`CREATE DATABASE ${escapeId(alike)}`)
  await lab.server.query(`CREATE TABLE ${escapeId(alike)}.${escapeId(name)} (alike INT)`)
  await expectColumns(moved, name, expected)
  // Where capitals count, this is another one, too.
  const [row] = await lab.server.query('SELECT @@lower_case_table_names AS names')
  if (Number(row!.names) > 0) return
  const large = other.toUpperCase().replace(lab.schema.toUpperCase(), lab.schema)
  await lab.server.query(`CREATE DATABASE ${escapeId(large)}`)
  await lab.server.query(`CREATE TABLE ${escapeId(large)}.${escapeId(name)} (large INT)`)
  await expectColumns(moved, name, expected)
})

test(
  'fails when there is no such table',
  async (lab) => {
    const { connection, random } = lab
    for (const none of [random.word(), '', ' '])
      await expectRejection('no-error', 'an error', () => describeTable(connection, none))
    const messages = (given: Connection) => describeTable(given, 'messages')
    for await (const refusing of refusingConnections(lab, messages))
      await expectError(() => messages(refusing), 'an error')
    await expectEachRefusal(lab, messages, (reason, value) => {
      const seen = JSON.stringify(value)
      return found('finding.error-lost', { reason, seen }, { expected: reason, seen: value })
    })
  },
  { leaves: ['closed', '@@max_join_size', '@@sql_big_selects'] },
)

// --- internal ---

function column(name: string, type: string, nullable: boolean, fallback: string | null): Column {
  return { name, type, nullable, default: fallback }
}

/** A table with a name and columns that nobody can know, not in alphabetical order. */
async function makeTable({ server, random }: Lab) {
  const columns = ['z', ...random.shuffle(['b', 'k', 'r']), 'a'].map((letter) =>
    column(
      `${letter}_${random.word()}`,
      random.pick(['int', 'date', 'text']),
      random.int(0, 1) === 1,
      null,
    ),
  )
  columns.push(column('sure', 'int', false, null), column('perhaps', 'int', true, null))
  // More than ten.
  columns.push(...['m', 'd', 'x', 'e'].map((letter) => column(`${letter}_2`, 'int', true, null)))
  const name = random.word()
  await create(server, name, columns)
  await server.query(`CREATE INDEX of_one ON ${escapeId(name)} (perhaps)`)
  return { name, columns }
}

async function create(server: Server, name: string, columns: readonly Column[]) {
  const definitions = columns.map(({ name: own, type, nullable, default: fallback }) => {
    const text = fallback === 'CURRENT_TIMESTAMP' ? fallback : escape(fallback)
    const rules = `${nullable ? 'NULL' : 'NOT NULL'}${fallback === null ? '' : ` DEFAULT ${text}`}`
    return `${escapeId(own)} ${type} ${rules}`
  })
  await server.query(`CREATE TABLE ${escapeId(name, true)} (${definitions.join(', ')})`)
}

async function expectColumns(connection: Connection, table: string, expected: readonly Column[]) {
  const seen = await ask(connection, table)
  const details = { expected, seen }
  const columns = seen as Partial<Record<string, unknown>>[]
  if (Array.isArray(seen) && seen.length > 0) {
    if ('Field' in columns[0]!) throw mistake('rows-as-they-came', details)
    const names = columns.map(({ name }) => name)
    const wanted = expected.map(({ name }) => name)
    if (wanted.every((name) => !names.includes(name))) throw mistake('typed-in', details)
    if (names.some((name) => !wanted.includes(String(name))))
      throw mistake('other-databases', details)
    if (names.length !== wanted.length) expectRows(seen, expected, 'describeTable()')
    if (names.join() !== wanted.join()) throw mistake('other-order', details)
    for (const [index, one] of columns.entries()) expectColumn(one, expected[index]!, details)
  }
  expectRows(seen, expected, 'describeTable()')
}

function expectColumn(seen: Partial<Record<string, unknown>>, expected: Column, details: object) {
  if (typeof seen.nullable !== 'boolean') throw mistake('nullable-is-text', details)
  if (seen.nullable && !expected.nullable) throw mistake('always-nullable', details)
  if (seen.default !== expected.default) throw mistake('default-changed', details)
  if (expected.type.startsWith(`${String(seen.type)}(`)) throw mistake('type-in-part', details)
}

/** @throws what the function threw; if the name of the table is to blame, as that mistake */
async function ask(connection: Connection, table: string): Promise<unknown> {
  try {
    return await describeTable(connection, table)
  } catch (error) {
    const {
      errno,
      message,
      sql = '',
    } = Object(error) as { errno?: number; message: string; sql?: string }
    const seen = sql || message
    if (errno === 1064 && /\?|'[^']*'\s*$/.test(sql)) throw mistake('name-as-parameter', { seen })
    if (/\W|^\d|^order$/.test(table) && [1064, 1146, 1049, 1044, 1142].includes(errno ?? 0))
      throw mistake('name-not-quoted', { seen })
    throw error
  }
}
