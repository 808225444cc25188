import { listSorted } from '#exercise/08-parameters/5-list-sorted'
import { exercise, expectRows, mistake, sqlOf, type Lab } from '#support'
import { expectErrorPassedOn } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('sorts by id, title or updated_at, both ways', async (lab) => {
  await addConversations(lab)
  for (const column of ['id', 'title', 'updated_at']) {
    for (const direction of ['asc', 'desc']) {
      const expected = await lab.server.query(
        `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
      )
      await expectSorted(lab, column, direction, expected)
    }
  }
})

test('refuses any other column before it reaches the server', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  for (const column of ['is_archived', 'created_at', lab.random.word()]) {
    await expectRefused(lab, column, 'asc', column, 'any-column')
  }
})

test('refuses SQL in place of a column', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  const word = lab.random.word()
  const column = `IF((SELECT COUNT(*) FROM messages WHERE content = '${word}'), id, -id)`
  await expectRefused(lab, column, 'desc', word, 'sql-built-from-strings')
})

test('refuses any other direction before it reaches the server', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  const word = lab.random.word()
  await expectRefused(lab, 'title', `desc, '${word}'`, word, 'direction-in-sql')
  await expectRefused(lab, 'title', word, word, 'direction-in-sql')
})

test('refuses the words that every object knows, such as constructor', async (lab) => {
  await listSorted(lab.connection, 'id', 'asc')
  for (const word of ['constructor', 'toString', '__proto__']) {
    await expectRefused(lab, word, 'asc', word, 'inherited-key')
    await expectRefused(lab, 'id', word, word, 'inherited-key')
  }
})

test('names the refused value in the error', async ({ connection, random }) => {
  await listSorted(connection, 'id', 'asc')
  const word = random.word()
  const calls = [ask(connection, word, 'asc'), ask(connection, 'id', word)]
  for (const outcome of await Promise.allSettled(calls)) {
    const seen =
      outcome.status === 'rejected' ? String((outcome.reason as Error)?.message) : outcome.value
    if (!String(seen).includes(word)) throw mistake('error-without-value', { expected: word, seen })
  }
})

test('lets an error of the server through', async ({ connection, server }) => {
  await expectErrorPassedOn(server, () => listSorted(connection, 'title', 'asc'))
})

// --- internal ---

/** `ORDER BY ? DESC`, `ORDER BY 'title' DESC`, `ORDER BY title ?` */
const valueForName = /\border\s+by\s+(\w+\s+)?(\?|'\w*')\s*(\?|'\w*'|asc|desc)?\s*$/im

/** A function that throws at once, before it returns a promise, is one that refuses, too. */
async function ask(...args: Parameters<typeof listSorted>) {
  return listSorted(...args)
}

/** Capital and small letters mixed, so that MySQL's order is not that of JavaScript's `<`. */
async function addConversations({ random, server }: Lab) {
  const titles = ['apple', 'Banana', 'cherry', 'Date'].map((title) => `${title} ${random.word()}`)
  await server.query('INSERT INTO conversations (title, updated_at) VALUES ?', [
    random
      .shuffle(titles)
      .map((title, day) => [title, `2026-0${random.int(1, 9)}-0${day + 1} 08:00:00`]),
  ])
}

async function expectSorted(
  { connection, server }: Lab,
  column: string,
  direction: string,
  expected: object[],
) {
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
  if (failed) throw failed
  if (statements.length > 0 && !/order\s+by/i.test(sql))
    throw mistake('sorted-in-javascript', details)
  expectRows(
    'rows' in result ? result.rows : [],
    expected,
    `listSorted('${column}', '${direction}')`,
  )
}

/** Fails unless the call ends with an error of the student's own, and `trace` never reaches the server. */
async function expectRefused(
  lab: Lab,
  column: string,
  direction: string,
  trace: string,
  guilty: string,
) {
  const { result, statements } = await lab.server.observe(() =>
    ask(lab.connection, column, direction).then(
      () => 'resolved' as const,
      (error: { errno?: number }) => (error?.errno === undefined ? 'refused' : 'mysql-error'),
    ),
  )
  const sql = sqlOf(statements)
  const details = { expected: `Error: ${column} ${direction}`, seen: sql || result }
  if (sql.includes(trace) || result === 'mysql-error') throw mistake(guilty, details)
  if (result === 'resolved') throw mistake('quiet-fallback', details)
}
