import { getHistory } from '#exercise/11-database/3-get-history'
import { exercise, expectRows, expectValue, mistake, type Lab } from '#support'
import type { Pool } from 'mysql2/promise'
import {
  expectErrorsPassedOn,
  expectLends,
  expectNoFields,
  expectRefused,
  missingIds,
  nearIds,
  outcomeOf,
  poolOfOne,
  soon,
} from './probes.ts'
import {
  askAgain,
  askMeanwhile,
  askWhileAnswered,
  expectAllAskedFor,
  expectOthersStay,
  expectSameMoments,
  judgeRows,
  rowsOf,
  uncommitted,
} from './reads.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the messages of one conversation, the oldest first', async (lab) => {
  const [one, other] = lab.random.shuffle(lab.chat.conversations.slice(0, -1))
  const { id } = one!
  // A message of another conversation whose own id equals this conversation's.
  await lab.server.query(
    "INSERT INTO messages (id, conversation_id, sender, content) VALUES (?, ?, 'ai', 'elsewhere')",
    [id, other!.id],
  )
  const seen = await read(lab, id)
  const expected = await expectedOf(lab, id)
  if (Array.isArray(seen) && seen.some((row) => expected.every((one) => one.id !== row.id))) {
    throw mistake('all-conversations', { expected, seen })
  }
  await expectHistory(lab, id, seen)
  expectValue(seen[0]!.timestamp instanceof Date, true, 'timestamp instanceof Date')
})

test('returns the messages of an archived conversation, too', async (lab) => {
  for (const { id, is_archived } of lab.chat.conversations.slice(0, -1)) {
    const seen: unknown = await soon(getHistory(poolOfOne(lab), id))
    if (is_archived && (seen === null || (seen as unknown[]).length === 0))
      throw mistake('archived-missing', { expected: await expectedOf(lab, id), seen })
    await expectHistory(lab, id, seen)
  }
})

test('keeps the order of messages that came within one second, however many there are', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const burst = Array.from({ length: 1010 }, () => row(lab, id, '2026-07-01 12:00:00'))
  await insert(lab, [...burst.slice(0, 9), burst[0]!, ...burst.slice(9)])
  await expectHistory(lab, id, await read(lab, id))
  // Behind so many, one that comes before all of them.
  await insert(lab, [row(lab, id, '1972-01-01 12:00:00')])
  await expectHistory(lab, id, await read(lab, id))
  // However the table is stored: what is sorted afterwards, by time only, comes in its order.
  await lab.server.query('ALTER TABLE messages DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC)')
  await expectHistory(lab, id, await read(lab, id))
  await expectOthersStay(
    lab,
    (pool) => getHistory(pool, id),
    await expectedOf(lab, id),
    (message) => lab.server.query('DELETE FROM messages WHERE id = ?', [message]),
  )
  await expectAllAskedFor(lab, (pool) => getHistory(pool, id), [
    'INSERT INTO messages (conversation_id, content)',
    [id, 'more'],
  ])
})

test('puts a message that arrived late where its time says', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  // Any number is an id.
  await lab.server.query('INSERT INTO conversations (id) VALUES (-7)')
  await insert(lab, [row(lab, -7, '2026-07-02 12:00:00')])
  await expectHistory(lab, -7, await read(lab, -7))
  await insert(lab, [
    row(lab, id, '2037-01-01 12:00:00'),
    row(lab, id, '2026-07-02 12:00:00'),
    row(lab, id, '2026-07-01 12:00:00'),
    // A second apart, and before there was a conversation.
    row(lab, id, '2026-07-01 12:30:02'),
    row(lab, id, '2026-07-01 12:30:01'),
    row(lab, id, '1971-01-01 12:00:00'),
  ])
  await expectHistory(lab, id, await read(lab, id))
  await expectSameMoments(lab, (pool) => getHistory(pool, id), history, [id])
})

test('returns each text as it is, even an empty one', async (lab) => {
  const { id } = lab.chat.conversations.at(-1)!
  await insert(lab, [[id, 'user', '', '2026-07-01 12:00:00']])
  await expectHistory(lab, id, await read(lab, id))
  const blank = [' ', '\n\t ']
  await insert(
    lab,
    blank.map((text) => [id, 'ai', text, '2026-07-01 12:00:00']),
  )
  const texts = lab.random.hostile('text')
  await insert(
    lab,
    texts.map((text) => [id, 'ai', text, '2026-07-02 12:00:00']),
  )
  const seen = await read(lab, id)
  const contents = seen.map(({ content }) => content)
  const changed = contents.find(
    (content) => content !== '' && ![...blank, ...texts].includes(content),
  )
  if (changed !== undefined) throw mistake('text-changed', { expected: texts, seen: changed })
  await expectHistory(lab, id, seen)
})

test('asks the server afresh on each call', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const write = () => insert(lab, [row(lab, id, '2026-07-02 12:00:00')])
  const ask = (pool: Pool) => getHistory(pool, id)
  await expectHistory(lab, id, await askAgain(lab, ask, write))
  const gone = await askAgain(
    lab,
    (pool) => getHistory(pool, lab.chat.conversations[1]!.id),
    () =>
      lab.server.query('DELETE FROM conversations WHERE id = ?', [lab.chat.conversations[1]!.id]),
  )
  expectValue(gone, null, 'getHistory()')
  const meanwhile = await askWhileAnswered(lab, ask, write)
  if (meanwhile) await expectHistory(lab, id, meanwhile)
  const change = `UPDATE messages SET content = '${uncommitted}' WHERE conversation_id = ${id}`
  await expectHistory(lab, id, await askMeanwhile(lab, ask, change, 'getHistory()'))
  // Nor does anybody have to wait who reads while another writes to the conversation itself.
  for (const one of [id, lab.chat.conversations.at(-1)!.id]) {
    const touch = `UPDATE conversations SET title = '${uncommitted}' WHERE id = ${one}`
    const read = (pool: Pool) => getHistory(pool, one)
    await expectHistory(lab, one, await askMeanwhile(lab, read, touch, 'getHistory()'))
  }
})

test('returns an empty array for a conversation without messages', async (lab) => {
  const pool = poolOfOne(lab)
  await lab.server.query('UPDATE conversations SET is_archived = FALSE')
  const seen: unknown = await soon(getHistory(pool, lab.chat.conversations.at(-1)!.id))
  if (seen === null || seen === undefined) {
    throw mistake('null-for-empty', { expected: [], seen: String(seen) })
  }
  expectRows(seen, [], 'getHistory()')
  await lab.server.query('UPDATE conversations SET is_archived = TRUE')
  const archived: unknown = await soon(getHistory(pool, lab.chat.conversations.at(-1)!.id))
  if (archived === null) throw mistake('archived-missing', { expected: [], seen: archived })
  expectRows(archived, [], 'getHistory()')
  // The list is the caller's.
  ;(archived as unknown[]).push('of the caller')
  expectRows(await soon(getHistory(pool, lab.chat.conversations.at(-1)!.id)), [], 'getHistory()')
})

test('returns null for a conversation that does not exist', async (lab) => {
  const pool = poolOfOne(lab)
  for (const missing of missingIds(lab)) {
    const { value, error } = await outcomeOf<unknown>(() => soon(getHistory(pool, missing)))
    if (error) throw mistake('missing-throws', { expected: null, seen: error })
    if (Array.isArray(value)) throw mistake('empty-for-missing', { expected: null, seen: value })
    if (value === undefined)
      throw mistake('undefined-for-missing', { expected: null, seen: 'undefined' })
    expectValue(value, null, 'getHistory()')
  }
  for (const near of nearIds(lab)) {
    const { value, error } = await outcomeOf<unknown>(() => soon(getHistory(pool, near)))
    if (!error) expectValue(value, null, `getHistory(${near})`)
  }
  // The next moment there is one.
  const id = lab.chat.conversations.at(-1)!.id + 1
  await lab.server.query('INSERT INTO conversations (id) VALUES (?)', [id])
  expectValue(await soon(getHistory(pool, id)), [], 'getHistory()')
  // And then there is none again.
  await lab.server.query('DELETE FROM conversations WHERE id = ?', [id])
  const gone: unknown = await soon(getHistory(pool, id))
  if (Array.isArray(gone)) throw mistake('empty-for-missing', { expected: null, seen: gone })
})

test('lets a server error through and keeps no connection', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  await expectErrorsPassedOn(lab, (pool) => getHistory(pool, id), ['messages'])
  // Without messages the answer is in `conversations`, and that table is gone.
  const pool = poolOfOne(lab)
  await lab.server.query('RENAME TABLE conversations TO away')
  const empty = () => getHistory(pool, lab.chat.conversations.at(-1)!.id)
  await soon(expectRefused(empty, 1146, 'ER_NO_SUCH_TABLE'))
  await expectLends(pool)
})

// --- internal ---

async function read(lab: Lab, id: number) {
  const rows = await soon(getHistory(poolOfOne(lab), id))
  expectNoFields(rows)
  if (!Array.isArray(rows)) {
    expectRows(rows, [], 'getHistory()')
    throw mistake('null-for-empty', { expected: 'messages', seen: rows })
  }
  return rows
}

async function expectHistory(lab: Lab, id: number, seen: unknown): Promise<void> {
  judgeRows(seen, await expectedOf(lab, id), 'getHistory()')
}

const history = `SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

function expectedOf(lab: Lab, id: number) {
  return rowsOf(lab, history, [id])
}

function row({ random }: Lab, id: number, timestamp: string) {
  return [id, random.pick(['user', 'ai']), random.text(), timestamp]
}

async function insert({ server }: Lab, rows: unknown[][]) {
  await server.query(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
    [rows],
  )
}
