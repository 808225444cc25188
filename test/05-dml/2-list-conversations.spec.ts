import type { Connection, RowDataPacket } from 'mysql2/promise'
import { listConversations } from '#exercise/05-dml/2-list-conversations'
import {
  byTest,
  exercise,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectTransactionLeftOnError,
  expectValue,
  mistake,
  rowsRead,
  sqlOf,
  type Lab,
} from '#support'
import {
  expectChangesSeen,
  expectColumns,
  expectErrorPassedOn,
  expectFresh,
  expectNoLimit,
  expectNotCapped,
  expectText,
  silently,
} from './probes.ts'
import {
  addBurst,
  addConversation,
  addExtremes,
  addLateArrivals,
  addMessages,
  insertMany,
  insertManyMessages,
  second,
  unfinished,
} from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('gives each conversation with its number of messages and its newest message', async (lab) => {
  await expectList(lab, false)
  await expectList(lab, true)
  // A driver in another time zone makes another Date of a time.
  await expectList({ ...lab, connection: await lab.connect({ timezone: '+05:00' }) }, false)
})

test('finds the newest message by time, and within one second by id', async (lab) => {
  await addBurst(lab, 1)
  await addBurst(lab, 2)
  await addLateArrivals(lab)
  await expectList(lab, false)
})

test('lists conversations without messages too', async (lab) => {
  for (const archived of [false, true, false]) await addConversation(lab, { archived })
  await addExtremes(lab)
  // The same title twice, and again in other letters.
  for (const title of ['Twice', 'Twice', 'TWICE'])
    await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [title])
  await expectList(lab, false)
  // And with the same message.
  await lab.server.query(
    `INSERT INTO messages (conversation_id, sender, content)
     SELECT id, 'ai', 'Once' FROM conversations WHERE title = 'Twice'`,
  )
  await expectList(lab, false)
  await expectList(lab, true)
  // None of one kind, and none with a message.
  await lab.server.query('DELETE FROM messages')
  await expectList(lab, false)
  for (const archived of [true, false]) {
    await lab.server.query('UPDATE conversations SET is_archived = ?', [archived])
    await expectList(lab, !archived)
  }
})

test('puts the conversation that changed last on top', async (lab) => {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 10)
  const made = lab.random.shuffle(numbers)
  const changed = lab.random.shuffle(numbers)
  const rows = numbers.map((_, index) => [
    lab.random.title(),
    index % 2 === 0,
    `2026-07-01 09:00:${made[index]}`,
    `2026-07-01 10:00:${changed[index]}`,
  ])
  await lab.server.query(
    'INSERT INTO conversations (title, is_archived, created_at, updated_at) VALUES ?',
    [rows],
  )
  await expectList(lab, false)
  await expectList(lab, true)
})

test('orders the conversations of one second by id, the higher first', async (lab) => {
  const titles = Array.from({ length: 40 }, () => [lab.random.title(), '2026-07-02 10:00:00'])
  await lab.server.query('INSERT INTO conversations (title, updated_at) VALUES ?', [titles])
  await expectList(lab, false)
})

test('sends as many statements for twenty conversations as for a few', async (lab) => {
  const count = async () => {
    const ask = () => listConversations(lab.connection, { archived: false })
    return rowsRead((await lab.server.observe(ask)).statements).map(({ sql }) => sql)
  }
  const few = await count()
  await lab.server.query(insertMany('conversations (title)', "CONCAT('c', i)"))
  await lab.server.query(
    "INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', title FROM conversations",
  )
  const many = await count()
  if (many.length > few.length) {
    const seen = `${few.length} → ${many.length}: ${many.slice(0, 5).join('; ')}; …`
    throw mistake('one-query-per-row', { expected: few.length, seen })
  }
})

test('returns titles and messages whole, whatever is in them', async (lab) => {
  const titles = lab.random.hostile('title')
  for (const [index, content] of lab.random.hostile('text').entries()) {
    const id = await addConversation(lab)
    const title = titles[index % titles.length]!
    await lab.server.query('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
    await addMessages(lab, id, [{}, { content, timestamp: second(1) }])
  }
  const { statements } = await lab.server.observe(() => expectList(lab, false))
  // What joins texts is a text, too.
  const [, between] = /\bseparator\s+((?:x|0x)?'(?:[^'\\]|\\.|'')*')/i.exec(sqlOf(statements)) ?? []
  if (between === undefined) return
  const [row] = await lab.server.query<{ content: string }>(
    `SELECT CONCAT('one', ${between}, 'two') AS content`,
  )
  await addMessages(lab, await addConversation(lab), [row!])
  await expectList(lab, false)
})

test(
  'lists them all, however many there are',
  async (lab) => {
    await expectList(lab, false)
    const ask = () => listConversations(lab.connection, { archived: false })
    await expectNoLimit(lab, ask, 'conversations')
  },
  {
    data: ({ chat }) =>
      `${insertMany(
        'conversations (title, updated_at)',
        "CONCAT('c', i), TIMESTAMPADD(SECOND, i * 37 % 1089 DIV 7, '2024-06-01')",
      )}; ${insertManyMessages(chat.conversations[0]!.id)}`,
  },
)

test('asks the server afresh on each call', async (lab) => {
  const ask = () => listConversations(lab.connection, { archived: false })
  const other = await lab.connect()
  const archive = () => listConversations(other, { archived: true })
  await expectApart([ask, archive], 'listConversations()')
  const first = await ask()
  await addMessages(lab, await addConversation(lab), [{}])
  expectFresh(first, await ask(), 'one conversation more')
  await expectList(lab, false)
  await expectChangesSeen(lab, ask, [silently.messages, silently.conversations])
  const change = silently.conversations
  await expectChangeSeen(lab.connection, change, ask, 'listConversations()', 'stale-answer')
  await expectList(lab, false)
  // What others have not committed is not there yet.
  await expectOnlyCommitted(lab.server, unfinished, ask)
})

test("leaves the caller's transaction open", (lab) =>
  expectTransactionLeftOnError(lab, () => listConversations(lab.connection, { archived: false })))

test('lets server errors through', async (lab) => {
  const ask = (connection: Connection) => listConversations(connection, { archived: false })
  await expectErrorPassedOn(lab, 'messages.content', ask)
})

// --- internal ---

const columns = ['id', 'title', 'updated_at', 'messages', 'last_message']

async function expectList(lab: Lab, archived: boolean): Promise<void> {
  const options = { archived }
  const seen = await listConversations(lab.connection, options)
  expectValue(options, { archived }, 'options')
  const all = await readSummaries(lab)
  const expected = all.filter((row) => row.archived === archived).map((row) => row.summary)
  expectColumns(seen, columns)
  if (Array.isArray(seen)) {
    const others = all.filter((row) => row.archived !== archived).map((row) => row.summary)
    if (expected.length > 1000) expectNotCapped(seen, expected)
    judgeRows(seen, expected, others)
    judgeOrder(seen, expected)
  }
  expectRows(seen, expected, 'listConversations()')
}

/** Every conversation as the list should have it, the one that changed last on top. */
async function readSummaries({ connection, server }: Lab) {
  const [rows] = await connection.query<RowDataPacket[]>(byTest('SELECT * FROM conversations'))
  const messages = await server.query<{ conversation_id: number; content: string }>(
    'SELECT conversation_id, content FROM messages ORDER BY timestamp, id',
  )
  return rows
    .toSorted((a, b) => b.updated_at - a.updated_at || b.id - a.id)
    .map(({ id, title, updated_at, is_archived }) => {
      const own = messages.filter((message) => message.conversation_id === id)
      const last_message = own.at(-1)?.content ?? null
      const summary = { id, title, updated_at, messages: own.length, last_message }
      return { archived: is_archived === 1, summary }
    })
}

type Summary = Awaited<ReturnType<typeof readSummaries>>[number]['summary']

function judgeRows(seen: Summary[], expected: Summary[], others: Summary[]): void {
  const details = { expected, seen }
  const ids = seen.map(({ id }) => id)
  if (others.some(({ id }) => ids.includes(id))) throw mistake('archived-ignored', details)
  if (new Set(ids).size < ids.length) throw mistake('twice-listed', details)
  const missing = expected.filter(({ id }) => !ids.includes(id))
  const isEmpty = ({ messages }: Summary) => Number(messages) === 0
  if (missing.length > 0 && missing.every(isEmpty) && !seen.some(isEmpty)) {
    throw mistake('inner-join', { expected: missing, seen })
  }
  for (const row of seen)
    judgeRow(
      row,
      expected.find(({ id }) => id === row.id)!,
    )
}

function judgeRow(row: Summary, right: Summary | undefined): void {
  if (!right) return
  const details = { expected: right, seen: row }
  if (typeof row.messages === 'string') throw mistake('count-is-text', details)
  if (right.messages === 0 && row.messages === 1) throw mistake('empty-counts-one', details)
  if (right.messages === 0 && row.last_message !== null) throw mistake('empty-not-null', details)
  if (typeof row.title === 'string') expectText(row.title, right.title)
  const [last, whole] = [row.last_message, right.last_message]
  if (whole === '' && last === null) throw mistake('empty-text', details)
  if (last !== null && whole && last !== whole) {
    if (last !== '' && whole.startsWith(last))
      throw mistake('last-message-cut', {
        expected: `${whole.length} characters`,
        seen: `${last.length} characters`,
      })
    if (wordsOf(last) === wordsOf(whole)) expectText(last, whole)
  }
  if (row.last_message !== right.last_message) throw mistake('not-the-last-message', details)
}

/** Equal for two texts that differ only in spaces and in how their letters are written. */
const wordsOf = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '')

function judgeOrder(seen: Summary[], expected: Summary[]): void {
  if (seen.length !== expected.length) return
  const order = (rows: readonly Summary[]) => rows.map(({ id }) => id).join()
  if (order(seen) === order(expected)) return
  const details = { expected, seen }
  if (order(seen) === order(expected.toReversed())) throw mistake('oldest-first', details)
  const times = (rows: readonly Summary[]) => rows.map((row) => Number(row.updated_at)).join()
  throw mistake(times(seen) === times(expected) ? 'ties-left-open' : 'wrong-order', details)
}
