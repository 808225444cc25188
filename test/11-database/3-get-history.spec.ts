import { getHistory } from '#exercise/11-database/3-get-history'
import { exercise, expectRows, expectValue, mistake, type Lab } from '#support'
import {
  expectErrorPassedOn,
  expectNoFields,
  judgeOrder,
  outcomeOf,
  poolOfOne,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('gives the messages of one conversation, the oldest first', async (lab) => {
  const [one, other] = lab.random.shuffle(lab.chat.conversations.slice(0, -1))
  const { id } = one!
  // A message of another conversation whose own id is that of this conversation.
  await lab.server.query(
    "INSERT INTO messages (id, conversation_id, sender, content) VALUES (?, ?, 'ai', 'elsewhere')",
    [id, other!.id],
  )
  const seen = await read(lab, id)
  const expected = await expectedOf(lab, id)
  if (seen.some((row) => expected.every((one) => one.id !== row.id))) {
    throw mistake('all-conversations', { expected, seen })
  }
  judgeOrder(seen, expected)
  expectRows(seen.map(pick), expected, 'getHistory()')
  expectValue(seen[0]!.timestamp instanceof Date, true, 'timestamp instanceof Date')
})

test('keeps the order of messages that came within one second', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const burst = Array.from({ length: 60 }, () => row(lab, id, '2026-07-01 12:00:00'))
  await insert(lab, burst)
  const seen = await read(lab, id)
  const expected = await expectedOf(lab, id)
  judgeOrder(seen, expected)
  expectRows(seen.map(pick), expected, 'getHistory()')
})

test('puts a message that arrived late where its time belongs', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  await insert(lab, [row(lab, id, '2026-07-02 12:00:00'), row(lab, id, '2026-07-01 12:00:00')])
  const seen = await read(lab, id)
  const expected = await expectedOf(lab, id)
  judgeOrder(seen, expected)
  expectRows(seen.map(pick), expected, 'getHistory()')
})

test('gives an empty array for a conversation without messages', async (lab) => {
  const pool = poolOfOne(lab)
  const seen: unknown = await soon(getHistory(pool, lab.chat.conversations.at(-1)!.id))
  if (seen === null || seen === undefined) {
    throw mistake('null-for-empty', { expected: [], seen: String(seen) })
  }
  expectRows(seen, [], 'getHistory()')
})

test('gives null for a conversation that does not exist', async (lab) => {
  const pool = poolOfOne(lab)
  const missing = lab.chat.conversations.at(-1)!.id + 1
  const { value, error } = await outcomeOf<unknown>(() => soon(getHistory(pool, missing)))
  if (error) throw mistake('missing-throws', { expected: null, seen: error })
  if (Array.isArray(value)) throw mistake('empty-for-missing', { expected: null, seen: value })
  if (value === undefined)
    throw mistake('undefined-for-missing', { expected: null, seen: 'undefined' })
  expectValue(value, null, 'getHistory()')
})

test('lets an error of the server through and keeps no connection', async (lab) => {
  const pool = poolOfOne(lab)
  await expectErrorPassedOn(lab.server, pool, () => getHistory(pool, lab.chat.conversations[0]!.id))
})

// --- internal ---

interface Shown {
  id: number
  sender: string
  content: string
}

const pick = ({ id, sender, content }: Shown): Shown => ({ id, sender, content })

async function read(lab: Lab, id: number) {
  const rows = await soon(getHistory(poolOfOne(lab), id))
  expectNoFields(rows)
  if (!Array.isArray(rows)) {
    expectRows(rows, [], 'getHistory()')
    throw mistake('null-for-empty', { expected: 'messages', seen: rows })
  }
  return rows
}

function expectedOf({ server }: Lab, id: number) {
  return server.query<Shown>(
    `SELECT id, sender, content FROM messages WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
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
