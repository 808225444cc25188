import type { Pool } from 'mysql2/promise'
import { addMessage } from '#exercise/11-database/4-add-message'
import {
  beginAnotherProgram,
  exercise,
  expectRows,
  expectValue,
  inFlight,
  mistake,
  type Lab,
} from '#support'
import {
  asText,
  expectErrorsPassedOn,
  expectLends,
  expectSentApart,
  outcomeOf,
  poolOfOne,
  soon,
} from './probes.ts'
import {
  expectAllOrNothingWhenLost,
  expectBothOrNeither,
  expectEveryErrorThrown,
  expectLossThrown,
  expectNoDeadlock,
  expectNullForMissing,
  expectOneConnectionEach,
  expectOnlyThisOneMoved,
  expectOwnIds,
  expectTooLongRefused,
} from './writes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('writes the message and returns its id', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.random.pick(lab.chat.conversations)
  const said = lab.random.text()
  // The user says the same again.
  for (const [sender, content] of [
    ['user', said],
    ['ai', lab.random.text()],
    ['user', said],
  ] as const) {
    const last = (await newest(lab))?.id
    const seen: unknown = await soon(addMessage(pool, id, sender, content), 'two-connections')
    if (inFlight(pool) > 0)
      throw mistake('not-committed', { expected: 'committed', seen: 'COMMIT is running' })
    if (seen === null) expectValue(seen, 'an id', 'addMessage()')
    const row = await newest(lab)
    const expected = { conversation_id: id, sender, content }
    const details = { expected, seen: row ?? null }
    if (row?.content !== content || row.id === last) throw mistake('not-committed', details)
    if (row.sender !== sender) throw mistake('sender-left-out', details)
    expectRows([{ ...row, id: undefined }], [{ ...expected, id: undefined }], 'messages')
    if (seen !== row.id) {
      throw mistake('not-the-id', { expected: row.id, seen: seen ?? String(seen) })
    }
  }
})

test("moves this conversation's updated_at to now, and no other's", async (lab) => {
  await expectOnlyThisOneMoved(lab, (pool, id) => addMessage(pool, id, 'ai', lab.random.text()))
})

test('returns null for a conversation that does not exist', async (lab) => {
  await expectNullForMissing(lab, (pool, id) => addMessage(pool, id, 'user', lab.random.text()))
})

test('returns its own id, whatever others write in the meantime', async (lab) => {
  await expectOwnIds(lab, add, 'not-the-id')
})

test('treats quotes, emoji and a null byte as text', async (lab) => {
  const pool = poolOfOne(lab)
  for (const text of lab.random.hostile('text')) {
    const { id } = lab.random.pick(lab.chat.conversations)
    await asText(text, soon(addMessage(pool, id, 'user', text)))
    const row = await newest(lab)
    if (row?.content !== text) {
      throw mistake('text-changed', { expected: text, seen: row?.content ?? null })
    }
  }
})

test('sends the text separately from the SQL', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  await expectSentApart(lab.server, lab.random.word(), (text) => addMessage(pool, id, 'user', text))
  // The server refuses this sender as a value, not as SQL.
  const sender = "a'i" as never
  for (const stranger of [sender, 'robot' as never]) {
    const ask = () => addMessage(pool, id, stranger, lab.random.text())
    const { error, value } = await outcomeOf(() => asText(stranger, ask()))
    if (!error) throw mistake('sender-left-out', { expected: `an error: ${stranger}`, seen: value })
  }
})

test('throws when the text is too long, and leaves nothing behind', async (lab) => {
  await expectTooLongRefused(
    lab,
    (pool, id, text) => addMessage(pool, id, 'ai', text),
    (pool, id) => addMessage(pool, id, 'ai', lab.random.text()),
  )
})

test('makes both changes or neither', async (lab) => {
  const write = (pool: Pool, id: number) => addMessage(pool, id, 'ai', lab.random.text())
  await expectAllOrNothingWhenLost(lab, write, 1)
  await expectBothOrNeither(lab, write)
})

test('lets three write to one conversation at the same moment', async (lab) => {
  // Two programs run this module: what one remembers, the other does not know.
  beginAnotherProgram()
  const second = await import('#exercise/11-database/4-add-message')
  let calls = 0
  await expectNoDeadlock(lab, (pool, id) => {
    const program = calls++ % 2 ? second : { addMessage }
    return program.addMessage(pool, id, 'user', lab.random.text())
  })
})

test('keeps simultaneous calls apart, even when one of them is rejected', async (lab) => {
  await expectOneConnectionEach(lab, add)
})

test('lets a server error through and keeps no connection', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const ask = (pool: Pool, own = id) => addMessage(pool, own, 'user', lab.random.text())
  await expectErrorsPassedOn(lab, (pool) => ask(pool), ['messages', 'conversations'])
  await expectEveryErrorThrown(lab, (pool, own) => addMessage(pool, own, 'ai', lab.random.text()))
  await expectLends(await expectLossThrown(lab, ask, false))
})

// --- internal ---

const add = async (pool: Pool, id: number, [text]: [string, string]) => [
  await addMessage(pool, id, 'user', text),
]

async function newest({ server, chat }: Lab) {
  const [row] = await server.query<{ id: number; sender: string; content: string }>(
    `SELECT id, conversation_id, sender, content FROM messages
     WHERE id > ? ORDER BY id DESC LIMIT 1`,
    [chat.messages.at(-1)!.id],
  )
  return row
}
