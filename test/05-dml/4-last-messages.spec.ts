import type { RowDataPacket } from 'mysql2/promise'
import { lastMessages } from '#exercise/05-dml/4-last-messages'
import { exercise, expectRows, mistake, type Lab } from '#support'
import { judgeOrder, order, sameRows, times, type Placed } from './orders.ts'
import { expectColumns, expectErrorPassedOn, measure } from './probes.ts'
import {
  addBurst,
  addConversation,
  addLateArrivals,
  addMessages,
  readHistory,
  second,
} from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('gives the last messages of the conversation, the oldest of them first', async (lab) => {
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
})

test('takes the right ones of messages within one second', async (lab) => {
  for (const seconds of [2, 1] as const) {
    const id = await addBurst(lab, seconds)
    for (const count of [40, 5, 2]) await expectLast(lab, id, count)
  }
})

test('goes by time, not by arrival', async (lab) => {
  const id = await addLateArrivals(lab)
  for (const count of [3, 5]) await expectLast(lab, id, count)
})

test('gives all messages of a shorter conversation', async (lab) => {
  for (const { id } of lab.chat.conversations) await expectLast(lab, id, 50)
})

test('fetches no more rows than it was asked for', async (lab) => {
  const id = await addConversation(lab)
  const content = lab.random.word().repeat(50)
  await addMessages(
    lab,
    id,
    Array.from({ length: 60 }, () => ({ content })),
  )
  const { bytes } = await measure(lab.connection, () => lastMessages(lab.connection, id, 3))
  if (bytes > 10_000) {
    throw mistake('fetches-everything', { expected: '< 3000 bytes', seen: `${bytes} bytes` })
  }
})

test('lets an error of the server through', async ({ chat, connection, server }) => {
  await expectErrorPassedOn(server, () => lastMessages(connection, chat.conversations[0]!.id, 2))
})

// --- internal ---

async function expectLast({ connection, server }: Lab, id: number, count: number): Promise<void> {
  const seen = await lastMessages(connection, id, count)
  const history = (await readHistory(connection, id)) as (RowDataPacket & Placed)[]
  expectColumns(seen, ['id', 'sender', 'content', 'timestamp'])
  if (Array.isArray(seen)) {
    const newest = await server.query<Placed & { conversation_id: number }>(
      'SELECT * FROM messages ORDER BY timestamp DESC, id DESC LIMIT ?',
      [count],
    )
    judgeRows(seen, history, count, newest)
    judgeOrder(seen, history.slice(-count))
  }
  expectRows(seen, history.slice(-count), 'lastMessages()')
}

/** @param newest the last messages of all conversations together */
function judgeRows(
  seen: readonly Placed[],
  history: readonly Placed[],
  count: number,
  newest: readonly Placed[],
): void {
  const expected = history.slice(-count)
  const details = { expected, seen }
  const own = new Set(history.map(({ id }) => id))
  if (seen.some(({ id }) => !own.has(id))) throw mistake('all-conversations', details)
  if (seen.length > count) throw mistake('count-ignored', details)
  const ofAll = newest.filter(({ id }) => own.has(id))
  if (seen.length < expected.length) {
    throw mistake(sameRows(seen, ofAll) ? 'limit-over-all' : 'counts-by-id', details)
  }
  if (sameRows(seen, expected)) return
  const byArrival = history.toSorted((a, b) => a.id - b.id)
  if (sameRows(seen, byArrival.slice(-count))) throw mistake('order-of-arrival', details)
  // The last rows by their seconds, but others of the same second.
  const sorted = seen.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp) || a.id - b.id)
  if (times(sorted) === times(expected)) throw mistake('orders-by-timestamp', details)
  if (
    times(sorted) === times(history.slice(0, count)) ||
    order(sorted) === order(history.slice(0, count))
  ) {
    throw mistake('oldest-rows', details)
  }
}
