import { history } from '#exercise/05-dml/3-history'
import { exercise, expectRows, mistake, type Lab } from '#support'
import { judgeOrder } from './orders.ts'
import { expectColumns, expectErrorPassedOn, measure } from './probes.ts'
import { addBurst, addConversation, addLateArrivals, addMessages, readHistory } from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('gives every message of the conversation and none of another', async (lab) => {
  for (const { id } of lab.chat.conversations.slice(0, -1)) await expectHistory(lab, id)
})

test('keeps the order of messages within one second', async (lab) => {
  await expectHistory(lab, await addBurst(lab, 2))
  await expectHistory(lab, await addBurst(lab, 1))
})

test('puts messages that arrived late where they belong', async (lab) => {
  await expectHistory(lab, await addLateArrivals(lab))
})

test('answers with an empty array when there are no messages', async (lab) => {
  for (const id of [await addConversation(lab), 999_999]) {
    const seen: unknown = await history(lab.connection, id).catch((error: Error) => {
      if (error.message === 'TODO' || 'errno' in error) throw error
      throw mistake('null-when-empty', { expected: [], seen: `${error.name}: ${error.message}` })
    })
    if (seen === null || seen === undefined) {
      throw mistake('null-when-empty', { expected: [], seen: String(seen) })
    }
    expectRows(seen, [], 'history()')
  }
})

test('fetches no other conversation from the server', async (lab) => {
  const [small, large] = [await addConversation(lab), await addConversation(lab)]
  await addMessages(lab, small, [{}, {}])
  const content = lab.random.word().repeat(50)
  await addMessages(
    lab,
    large,
    Array.from({ length: 60 }, () => ({ content })),
  )
  const { bytes } = await measure(lab.connection, () => history(lab.connection, small))
  if (bytes > 10_000) {
    throw mistake('filters-in-javascript', { expected: '< 2000 bytes', seen: `${bytes} bytes` })
  }
})

test('lets an error of the server through', async ({ chat, connection, server }) => {
  await expectErrorPassedOn(server, () => history(connection, chat.conversations[0]!.id))
})

// --- internal ---

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
    if (typeof seen[0]!.timestamp === 'string') throw mistake('date-as-text', details)
    const senders = new Set(seen.map((row) => row.sender))
    if (seen.length < expected.length && senders.size === 1) throw mistake('one-side-only', details)
    judgeOrder(seen, expected as typeof seen)
  }
  expectRows(seen, expected, 'history()')
}
