import type { Connection } from 'mysql2/promise'
import { history } from '#exercise/05-dml/3-history'
import {
  exercise,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectSavepointLeft,
  expectTransactionLeftOnError,
  mistake,
  type Lab,
} from '#support'
import { judgeOrder } from './orders.ts'
import {
  expectChangesSeen,
  expectColumns,
  expectErrorPassedOn,
  expectFresh,
  expectNoLimit,
  expectNoRows,
  expectNotCapped,
  expectTexts,
  measure,
  silently,
} from './probes.ts'
import {
  addBurst,
  addConversation,
  addExtremes,
  addLateArrivals,
  addMessages,
  insertManyMessages,
  readHistory,
  unfinished,
} from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns every message of the conversation and none of another', async (lab) => {
  for (const { id } of lab.chat.conversations.slice(0, -1)) await expectHistory(lab, id)
  // Where only one of the two has spoken.
  for (const sender of ['ai', 'user'] as const) {
    const id = await addConversation(lab)
    await addMessages(lab, id, [{ sender }, { sender }])
    await expectHistory(lab, id)
  }
  // A driver in another time zone makes another Date of a time.
  const connection = await lab.connect({ timezone: '+05:00' })
  await expectHistory({ ...lab, connection }, lab.chat.conversations[0]!.id)
})

test('keeps the order of messages within one second', async (lab) => {
  const id = await addBurst(lab, 2)
  await expectHistory(lab, id)
  await expectHistory(lab, await addBurst(lab, 1))
  // Stored in the opposite order: they come in that of the ids only if it is asked for.
  await lab.server.query('ALTER TABLE messages DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC)')
  await expectHistory(lab, id)
})

test('puts messages that arrived late where they belong', async (lab) => {
  for (const id of await addExtremes(lab)) await expectHistory(lab, id)
  await expectHistory(lab, await addLateArrivals(lab))
})

test('returns an empty array when there are no messages', async (lab) => {
  const { id: some } = lab.chat.conversations[0]!
  for (const id of [await addConversation(lab), 999_999, -some, some + 0.5]) {
    const seen: unknown = await history(lab.connection, id).catch((error: Error) => {
      if (error.message === 'TODO' || 'errno' in error) throw error
      throw mistake('null-when-empty', { expected: [], seen: `${error.name}: ${error.message}` })
    })
    if (seen === null || seen === undefined) {
      throw mistake('null-when-empty', { expected: [], seen: String(seen) })
    }
    expectRows(seen, [], 'history()')
  }
  await expectNoRows((id) => history(lab.connection, id))
})

test('fetches no other conversation from the server', async (lab) => {
  const [small, large] = [await addConversation(lab), await addConversation(lab)]
  await addMessages(lab, small, [{}, {}])
  const content = lab.random.word().repeat(2000)
  await addMessages(lab, large, [{ content }, { content }, { content }])
  const { bytes } = await measure(lab.connection, () => history(lab.connection, small))
  if (bytes > 10_000) {
    throw mistake('filters-in-javascript', { expected: '< 2000 bytes', seen: `${bytes} bytes` })
  }
})

test('returns every message whole, whatever is in it', async (lab) => {
  const id = await addConversation(lab)
  await addMessages(
    lab,
    id,
    lab.random.hostile('text').map((content) => ({ content })),
  )
  await expectHistory(lab, id)
})

test(
  'returns them all, however many there are',
  async (lab) => {
    const { id } = last(lab)
    await expectHistory(lab, id)
    await expectNoLimit(lab, () => history(lab.connection, id))
  },
  { data: ({ chat }) => insertManyMessages(last({ chat }).id) },
)

test('asks the server afresh on each call', async (lab) => {
  const [here, there] = lab.chat.conversations.slice(0, 2).map(({ id }) => id) as [number, number]
  const ask = () => history(lab.connection, here)
  const other = await lab.connect()
  await expectApart([ask, () => history(other, there)], 'history()')
  const first = await ask()
  await addMessages(lab, here, [{}])
  expectFresh(first, await ask(), 'one message more')
  await expectHistory(lab, here)
  await expectChangesSeen(lab, ask, [silently.messages])
  await expectChangeSeen(lab.connection, silently.messages, ask, 'history()', 'stale-answer')
  await expectHistory(lab, here)
  // What others have not committed is not there yet.
  await expectOnlyCommitted(lab.server, unfinished, ask)
})

test("leaves the caller's transaction open", async (lab) => {
  await expectSavepointLeft(lab.connection, () => history(lab.connection, 999_999))
  const { id } = lab.chat.conversations[0]!
  await expectTransactionLeftOnError(lab, () => history(lab.connection, id))
})

test('lets server errors through', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  await expectErrorPassedOn(lab, 'messages.content', (given: Connection) => history(given, id))
})

// --- internal ---

const last = ({ chat }: Pick<Lab, 'chat'>) => chat.conversations.at(-1)!

async function expectHistory({ connection }: Lab, id: number): Promise<void> {
  const seen = await history(connection, id)
  const expected = await readHistory(connection, id)
  const details = { expected, seen }
  if (!Array.isArray(seen) && Object(seen).id) throw mistake('first-row-only', details)
  expectColumns(seen, ['id', 'sender', 'content', 'timestamp'])
  if (Array.isArray(seen) && seen.length > 0) {
    const ids = seen.map((row) => row.id)
    const own = expected.map((row) => row.id)
    if (ids.some((one) => !own.includes(one))) throw mistake('all-conversations', details)
    if (expected.length > 1000) expectNotCapped(seen, expected as { id: number }[])
    if (typeof seen[0]!.timestamp === 'string') throw mistake('date-as-text', details)
    const senders = new Set(seen.map((row) => row.sender))
    if (seen.length < expected.length && senders.size === 1) throw mistake('one-side-only', details)
    judgeOrder(seen, expected as typeof seen)
    expectTexts(seen, expected)
  }
  expectRows(seen, expected, 'history()')
}
