import type { Connection } from 'mysql2/promise'
import { listSorted } from '#exercise/08-parameters/5-list-sorted'
import {
  exercise,
  expectOnlyCommitted,
  expectRows,
  mistake,
  sqlOf,
  provokeErrors,
  refuseByNumber,
  expectTransactionLeftOnError,
  setUnusually,
  type Lab,
} from '#support'
import { expectNoCondition, expectUnlimited } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

interface Row {
  id: number
  title: string
}

test('sorts by id, title or updated_at, both ways', async (lab) => {
  await setUnusually(lab)
  await addConversations(lab)
  for (const column of ['id', 'title', 'updated_at']) {
    const sent = [await expectSorted(lab, column, 'asc'), await expectSorted(lab, column, 'desc')]
    // Asked for the same twice, the server has sorted one way only.
    if (sent[0] === sent[1])
      throw mistake('sorted-in-javascript', { expected: `ORDER BY ${column} desc`, seen: sent[1] })
  }
  // A list that was kept from the first time would be out of date.
  await addConversations(lab)
  await expectSorted(lab, 'title', 'asc')
  // What others have not committed is not there yet, and what they are changing is.
  const changes = `UPDATE conversations SET title = 'Not yet' ORDER BY id LIMIT 1`
  await expectOnlyCommitted(lab.server, changes, () => listSorted(lab.connection, 'id', 'asc'))
  await expectUnlimited(lab.server, () => listSorted(lab.connection, 'id', 'asc'))
})

test('rejects any other column before it reaches the server', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  // MySQL takes a column's number for its name.
  const others = ['is_archived', 'created_at', lab.random.word(), '1', '2', ...partsOf(columns)]
  await expectRefused(lab, 'any-column', { columns: others })
  await expectRefused(lab, 'nearly-allowed', { columns: nearly(columns) })
  // A caller without types may pass nothing at all.
  for (const nothing of [undefined, null] as never[])
    if ((await endOf(lab, [nothing, 'asc'])) === 'resolved')
      throw mistake('quiet-fallback', { expected: 'Error', seen: String(nothing) })
})

test('rejects SQL in place of a column', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  const secret = `(SELECT COUNT(*) FROM messages WHERE content = '${lab.random.word()}')`
  const attacks = [
    `IF(${secret}, id, -id)`,
    secret,
    ...columns.flatMap((one) => around(one, secret)),
  ]
  await expectRefused(lab, 'sql-built-from-strings', { columns: attacks })
})

test('rejects any other direction before it reaches the server', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  const word = lab.random.word()
  const attacks = directions.flatMap((one) => around(one, `'${word}'`))
  await expectRefused(lab, 'direction-in-sql', {
    directions: [`desc, '${word}'`, word, ...attacks, ...partsOf(directions)],
  })
  await expectRefused(lab, 'direction-in-sql', { directions: attacks }, 'id')
  await expectRefused(lab, 'nearly-allowed', { directions: nearly(directions) })
  // Neither word is one of these, though together they are.
  for (const args of [
    ['i', 'dasc'],
    ['titled', 'esc'],
    ['updated', 'at_asc'],
    ['updated', '_atdesc'],
    ['id asc', ''],
    ['', 'id asc'],
  ] as const)
    await expectOneRefused(lab, 'nearly-allowed', args[0], args)
})

test('rejects the words that every object knows, such as constructor', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  const words = ['constructor', 'toString', '__proto__']
  await expectRefused(lab, 'inherited-key', { columns: words, directions: words })
})

test('names the rejected value in the error', async ({ connection, random }) => {
  await listSorted(connection, 'id', 'asc')
  // All of it, though it is long.
  const word = `${Array.from({ length: 5 }, random.word).join('_')} Not 100% <b> %s $& $$ $1`
  const calls = [ask(connection, word, 'asc'), ask(connection, 'id', word)]
  for (const outcome of await Promise.allSettled(calls)) {
    // What is not an Error has no message.
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Error)) throw outcome.reason
    const seen =
      outcome.status === 'rejected' ? String((outcome.reason as Error)?.message) : outcome.value
    if (!String(seen).includes(word)) throw mistake('error-without-value', { expected: word, seen })
  }
  // The second time, too.
  for (const args of [
    [word, 'asc'],
    ['id', word],
  ] as const)
    if ((await endOf({ connection }, args)) !== 'refused')
      throw mistake(args[0] === word ? 'any-column' : 'direction-in-sql', { expected: 'Error' })
})

test('lets server errors through', async (lab) => {
  const list = (connection: Connection) => ask(connection, 'title', 'asc')
  await provokeErrors(lab, 'conversations.title', list)
  await refuseByNumber(lab, list)
})

test("leaves the caller's transaction open", async (lab) => {
  await expectTransactionLeftOnError(lab, () => listSorted(lab.connection, 'title', 'asc'))
})

// --- internal ---

const columns = ['id', 'title', 'updated_at']
const directions = ['asc', 'desc']

/** The word, and SQL before or after it: for code that looks for the word at one end, in one line, or anywhere. */
function around(word: string, sql: string): string[] {
  return [
    `${word}, ${sql}`,
    `${sql}, ${word}`,
    `${word}\n, ${sql}`,
    `${sql},\n${word}`,
    `${word} -- ${sql}`,
    `${word}/**/`,
    `(${word})`,
    `\`${word}\``,
  ]
}

/** Part of a word, more than a word, several words: for code that looks for one string in another. The empty one comes last. */
function partsOf(words: readonly string[]): string[] {
  const each = words.flatMap((word) => [word.slice(0, -1), word.slice(1), `${word}s`, `x${word}`])
  return [
    ...each,
    words.join(', '),
    words.join(' '),
    words.join('|'),
    words.toReversed().join(),
    '',
  ]
}

/** Written differently, but the same for MySQL. */
function nearly(words: readonly string[]): string[] {
  return words.flatMap((word) => [
    word.toUpperCase(),
    `${word[0]!.toUpperCase()}${word.slice(1)}`,
    ` ${word}`,
    `${word} `,
    `${word}\n`,
    `\t${word}`,
    // The same when it is normalised, or compared as a dictionary does.
    word.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
    `${word}\0`,
    `${word}\u{ad}`,
    `\u{feff}${word}`,
    `'${word}'`,
    `"${word}"`,
    `-${word}`,
    `${word}ending`,
    `conversations.${word}`,
    ...(word.includes('_') ? [word.replace('_', '-'), word.replace('_a', 'A')] : []),
  ])
}

/** `ORDER BY ? DESC`, `ORDER BY 'title' DESC`, `ORDER BY title ?` */
const valueForName = /\border\s+by\s+(\w+\s+)?(\?|'\w*')\s*(\?|'\w*'|asc|desc)?\s*$/im

/** A function that throws immediately, before it returns a promise, rejects too. */
async function ask(...args: Parameters<typeof listSorted>) {
  return listSorted(...args)
}

/**
 * Upper and lower case mixed, so that MySQL's order differs from JavaScript's `<`; numbers, which are texts here; spaces at
 * the beginning; long ones that begin alike; and more than a page of rows.
 */
async function addConversations({ random, server }: Lab) {
  const titles = ['apple', 'Banana', 'cherry', 'Date'].map((title) => `${title} ${random.word()}`)
  const long = random.title().padEnd(250, 'x')
  for (const end of 'bdfac') titles.push(long + end)
  titles.push('9 lives', '10 lives', '  zebra')
  const many = Array.from({ length: 1010 }, (_, row) => (row > 1 ? random.word() : ''))
  await server.query('INSERT INTO conversations (title, updated_at, is_archived) VALUES ?', [
    random
      .shuffle([...titles, ...many])
      .map((title, row) => [title, new Date(Date.UTC(2020, 1, 1) + row * 1000), row % 2]),
  ])
  // Neither the order of the ids nor a time that two rows have. Every other one is only seconds away from the next.
  await server.query(
    `UPDATE conversations SET updated_at = updated_at + INTERVAL IF(id % 2, 0, 20) DAY
      - INTERVAL (id * 7919 % 4099) * IF(id % 2, 200, 1) SECOND`,
  )
  // Some are of the future: another clock may be ahead of this server's.
  await server.query(
    "UPDATE conversations SET updated_at = updated_at + INTERVAL 5840 DAY WHERE id % 3 = 0 AND updated_at BETWEEN '2020-01-01' AND '2020-03-01'",
  )
}

/** @returns what was sent */
async function expectSorted(lab: Lab, column: string, direction: string): Promise<string> {
  const { connection, server } = lab
  const expected = await server.query<{
    id: number
    title: string
    is_archived: number
    ahead: number
  }>(
    `SELECT id, title, is_archived, updated_at > NOW() AS ahead FROM conversations ORDER BY ${column} ${direction}`,
  )
  const { result, statements } = await server.observe(() =>
    ask(connection, column, direction).then(
      (rows) => ({ rows }),
      (error: { sql?: string }) => ({ error }),
    ),
  )
  const failed = 'error' in result ? result.error : undefined
  const sql = `${sqlOf(statements)}\n${failed?.sql ?? ''}`
  const details = { expected: `ORDER BY ${column} ${direction}`, seen: sql.trim() }
  if (valueForName.test(sql)) throw mistake('placeholder-for-name', details)
  if ('error' in result) throw result.error
  if (statements.length > 0 && !/order\s+by/i.test(sql))
    throw mistake('sorted-in-javascript', details)
  expectNoCondition(
    result.rows,
    expected,
    (row) => row.is_archived,
    (row) => row.ahead,
  )
  const rows = expected.map(({ id, title }) => ({ id, title }))
  const what = `listSorted('${column}', '${direction}')`
  if (Array.isArray(result.rows) && column === 'title') expectSameTitles(result.rows, rows, what)
  else expectRows(result.rows, rows, what)
  return sqlOf(statements, 'Query', 'Execute')
}

/** Two conversations with the same title have no order between them. */
function expectSameTitles(seen: Row[], expected: Row[], what: string) {
  expectRows(seen, expected, what, { ordered: false })
  const titles = (rows: Row[]) => rows.map(({ title }) => ({ title }))
  expectRows(titles(seen), titles(expected), what)
}

/** Fails unless each call ends with an error of the student's own, and nothing of the refused word reaches the server. */
async function expectRefused(
  lab: Lab,
  guilty: string,
  words: { columns?: string[]; directions?: string[] },
  sorted = 'title',
) {
  const calls = [
    ...(words.columns ?? []).map((refused) => ({ refused, args: [refused, 'asc'] as const })),
    ...(words.directions ?? []).map((refused) => ({ refused, args: [sorted, refused] as const })),
  ]
  // All of them with one look at the log; one by one only when there is something to find.
  const { result, statements } = await lab.server.observe(async () => {
    const ends = new Set<string>()
    for (const { args } of calls) ends.add(await endOf(lab, args))
    return ends
  })
  if (statements.length === 0 && result.size === 1 && result.has('refused')) return
  for (const { refused, args } of calls) await expectOneRefused(lab, guilty, refused, args)
}

async function expectOneRefused(
  lab: Lab,
  guilty: string,
  refused: string,
  args: readonly [string, string],
) {
  const { result, statements } = await lab.server.observe(() => endOf(lab, args))
  const sql = sqlOf(statements)
  const details = { expected: `Error: ${args.join(' ')}`, seen: sql || result }
  // A short word may be in a statement of any other answer.
  const tells = refused.length > 8 && sql.includes(refused)
  if (tells || result === 'mysql-error') throw mistake(guilty, details)
  if (result !== 'resolved') return
  const reached = statements.some((one) => orderOf(one.sql)?.includes(refused))
  if (reached && refused !== '' && guilty !== 'inherited-key') throw mistake(guilty, details)
  if (guilty === 'nearly-allowed' && !(await takesAnything(lab))) throw mistake(guilty, details)
  throw mistake('quiet-fallback', details)
}

async function endOf(
  { connection }: Pick<Lab, 'connection'>,
  [column, direction]: readonly [string, string],
) {
  return ask(connection, column, direction).then(
    () => 'resolved' as const,
    (error: unknown) => (isOfMySQL(error) ? ('mysql-error' as const) : ('refused' as const)),
  )
}

/** Does any word at all pass for a column, or for a direction? */
async function takesAnything({ connection, random }: Lab): Promise<boolean> {
  const [a, b] = await Promise.allSettled([
    ask(connection, random.word(), 'asc'),
    ask(connection, 'id', random.word()),
  ])
  return [a, b].some(({ status }) => status === 'fulfilled')
}

const orderOf = (sql: string) => /\border\s+by\b([^]*)/i.exec(sql)?.[1]

/** An error of the student's own may have an `errno`, too. */
function isOfMySQL(error: unknown): boolean {
  return typeof (error as { sqlState?: unknown } | null)?.sqlState === 'string'
}
