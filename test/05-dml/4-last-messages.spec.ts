import type { Connection, RowDataPacket } from 'mysql2/promise'
import { lastMessages } from '#exercise/05-dml/4-last-messages'
import {
  exercise,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectSavepointLeft,
  expectTransactionLeftOnError,
  limitOf,
  mistake,
  type Lab,
} from '#support'
import { judgeOrder, order, sameRows, times, type Placed } from './orders.ts'
import {
  expectChangesSeen,
  expectColumns,
  expectErrorPassedOn,
  expectFresh,
  expectNoRows,
  expectNotCapped,
  expectTexts,
  measure,
  silently,
  watch,
} from './probes.ts'
import {
  addBurst,
  addConversation,
  addExtremes,
  addLateArrivals,
  addMessages,
  insertManyMessages,
  readHistory,
  second,
  unfinished,
} from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the last messages of the conversation, the oldest of them first', async (lab) => {
  const id = await addConversation(lab)
  const rows = Array.from({ length: 12 }, (_, index) => ({ timestamp: second(index) }))
  await addMessages(lab, id, rows.slice(0, 6))
  await addMessages(lab, lab.chat.conversations[0]!.id, [
    { timestamp: second(30) },
    { timestamp: '2026-06-01 10:00:00' },
    { timestamp: '2026-06-01 10:00:01' },
  ])
  await addMessages(lab, id, rows.slice(6))
  for (const count of [3, 1, 8]) await expectLast(lab, id, count)
  // A driver in another time zone makes another Date of a time.
  await expectLast({ ...lab, connection: await lab.connect({ timezone: '+05:00' }) }, id, 3)
})

test('picks the right ones among messages of one second', async (lab) => {
  for (const seconds of [2, 1] as const) {
    const id = await addBurst(lab, seconds)
    for (const count of [40, 5, 2]) await expectLast(lab, id, count)
  }
})

test('goes by time, not by arrival', async (lab) => {
  const id = await addLateArrivals(lab)
  for (const count of [3, 5]) await expectLast(lab, id, count)
  for (const extreme of await addExtremes(lab)) {
    const history = await readHistory(lab.connection, extreme)
    for (const count of [1, history.length])
      expectRows(
        await lastMessages(lab.connection, extreme, count),
        history.slice(-count),
        'lastMessages()',
      )
  }
})

test('returns all messages of a shorter conversation', async (lab) => {
  for (const { id } of lab.chat.conversations) await expectLast(lab, id, 50)
  const { id } = lab.chat.conversations[0]!
  // A number of 33 bits.
  const all = await lastMessages(lab.connection, id, 2 ** 32)
  expectRows(all, await readHistory(lab.connection, id), 'lastMessages()')
  for (const missing of [999_999, -id, id + 0.5]) await expectLast(lab, missing, 50)
  await expectNoRows((none) => lastMessages(lab.connection, none, 50))
})

test('fetches no more rows than it was asked for', async (lab) => {
  const id = await addConversation(lab)
  const content = lab.random.word().repeat(2000)
  await addMessages(
    lab,
    id,
    Array.from({ length: 8 }, () => ({ content })),
  )
  const { bytes } = await measure(lab.connection, () => lastMessages(lab.connection, id, 3))
  if (bytes > 3.5 * content.length) {
    throw mistake('fetches-everything', {
      expected: `< ${3.1 * content.length} bytes`,
      seen: `${bytes} bytes`,
    })
  }
  // Nor when somebody writes in the meantime.
  const { connection } = watch(lab.connection, () => addMessages(lab, id, [{}]))
  const seen = await lastMessages(connection, id, 3)
  if (Array.isArray(seen) && seen.length > 3)
    throw mistake('count-ignored', { expected: 3, seen: seen.length })
})

test(
  'returns every message whole, and as many as it was asked for',
  async (lab) => {
    const id = await addConversation(lab)
    const texts = lab.random.hostile('text').map((content) => ({ content }))
    await addMessages(lab, id, texts)
    for (const count of [texts.length, 0]) await expectLast(lab, id, count)
    await expectLast(lab, last(lab).id, 1050)
    const most = 5_000_000
    const all = () => lastMessages(lab.connection, last(lab).id, most)
    const limit = await limitOf(lab.server, all)
    if (limit !== undefined && limit < most)
      throw mistake('capped', { expected: `LIMIT ${most}`, seen: `LIMIT ${limit}` })
    // A few bytes of each of the others are too many, too.
    const ask = () => lastMessages(lab.connection, last(lab).id, 2)
    const { bytes } = await measure(lab.connection, ask)
    if (bytes > 5000)
      throw mistake('fetches-everything', { expected: '< 2000 bytes', seen: `${bytes} bytes` })
  },
  { data: ({ chat }) => insertManyMessages(last({ chat }).id) },
)

test('asks the server afresh on each call', async (lab) => {
  const [here, there] = lab.chat.conversations.slice(0, 2).map(({ id }) => id) as [number, number]
  const ask = () => lastMessages(lab.connection, here, 2)
  const other = await lab.connect()
  const fewer = () => lastMessages(lab.connection, here, 1)
  await expectApart([ask, () => lastMessages(other, there, 2), fewer], 'lastMessages()')
  const first = await ask()
  await addMessages(lab, here, [{}])
  expectFresh(first, await ask(), 'one message more')
  await expectLast(lab, here, 2)
  await expectChangesSeen(lab, ask, [silently.messages])
  await expectChangeSeen(lab.connection, silently.messages, ask, 'lastMessages()', 'stale-answer')
  await expectLast(lab, here, 2)
  // What others have not committed is not there yet.
  await expectOnlyCommitted(lab.server, unfinished, ask)
})

test("leaves the caller's transaction open", async (lab) => {
  await expectSavepointLeft(lab.connection, () => lastMessages(lab.connection, 999_999, 2))
  const { id } = lab.chat.conversations[0]!
  await expectTransactionLeftOnError(lab, () => lastMessages(lab.connection, id, 2))
})

test('lets server errors through', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const ask = (connection: Connection) => lastMessages(connection, id, 2)
  await expectErrorPassedOn(lab, 'messages.content', ask)
})

// --- internal ---

const last = ({ chat }: Pick<Lab, 'chat'>) => chat.conversations.at(-1)!

async function expectLast({ connection, server }: Lab, id: number, count: number): Promise<void> {
  const seen = await lastMessages(connection, id, count)
  const history = (await readHistory(connection, id)) as (RowDataPacket & Placed)[]
  // `slice(-0)` is the whole array.
  const expected = history.slice(history.length - Math.min(count, history.length))
  expectColumns(seen, ['id', 'sender', 'content', 'timestamp'])
  if (Array.isArray(seen)) {
    const newest = await server.query<Placed & { conversation_id: number }>(
      'SELECT * FROM messages ORDER BY timestamp DESC, id DESC LIMIT ?',
      [count],
    )
    if (expected.length > 1000) expectNotCapped(seen, expected)
    judgeRows(seen, history, count, newest)
    judgeOrder(seen, expected)
    expectTexts(seen, expected)
  }
  expectRows(seen, expected, 'lastMessages()')
}

/** @param newest the last messages of all conversations together */
function judgeRows(
  seen: readonly Placed[],
  history: readonly Placed[],
  count: number,
  newest: readonly Placed[],
): void {
  const expected = history.slice(history.length - Math.min(count, history.length))
  const details = { expected, seen }
  const own = new Set(history.map(({ id }) => id))
  if (seen.some(({ id }) => !own.has(id))) throw mistake('all-conversations', details)
  if (seen.length > count) throw mistake('count-ignored', details)
  const ofAll = newest.filter(({ id }) => own.has(id))
  const missing = expected.filter(({ id }) => seen.every((row) => row.id !== id))
  if (missing.length === 1 && Object(missing[0]).content === '')
    throw mistake('empty-text', details)
  if (seen.length < expected.length) {
    throw mistake(sameRows(seen, ofAll) ? 'limit-over-all' : 'counts-by-id', details)
  }
  if (sameRows(seen, expected)) return
  const byArrival = history.toSorted((a, b) => a.id - b.id)
  if (sameRows(seen, byArrival.slice(-count))) throw mistake('order-of-arrival', details)
  // The last rows by time, but different ones within the same second.
  const sorted = seen.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp) || a.id - b.id)
  if (times(sorted) === times(expected)) throw mistake('orders-by-timestamp', details)
  if (
    times(sorted) === times(history.slice(0, count)) ||
    order(sorted) === order(history.slice(0, count))
  ) {
    throw mistake('oldest-rows', details)
  }
}
