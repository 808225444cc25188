import { isDeepStrictEqual } from 'node:util'
import { saveTurn } from '#exercise/11-database/5-save-turn'
import type { Pool } from 'mysql2/promise'
import {
  beginAnotherProgram,
  byTest,
  exercise,
  expectValue,
  inFlight,
  mistake,
  type Lab,
} from '#support'
import { asText, expectErrorsPassedOn, expectLends, poolOfOne, soon } from './probes.ts'
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

test('writes the question, then the answer, and returns their ids', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.random.pick(lab.chat.conversations)
  // All within one second.
  await pool.query(byTest('SET timestamp = UNIX_TIMESTAMP()'))
  // Two are the same; and an answer may repeat its question, or nearly so.
  const again = texts(lab)
  const echo = lab.random.word()
  const turns = [texts(lab), again, again, [echo, echo], [echo, echo.toUpperCase()]] as const
  for (const [turn, [question, answer]] of turns.entries()) {
    const seen: unknown = await soon(saveTurn(pool, id, question, answer), 'two-connections')
    if (inFlight(pool) > 0)
      throw mistake('not-committed', { expected: 'committed', seen: 'COMMIT is running' })
    const rows = (await added(lab, id)).slice(2 * turn)
    const user = rows.find((row) => row.content === question)
    const ai = rows.findLast((row) => row.content === answer)
    if (!user || !ai || user === ai)
      throw mistake('not-committed', { expected: [question, answer], seen: rows })
    expectValue([user.sender, ai.sender], ['user', 'ai'], 'messages.sender')
    if (user.id > ai.id) throw mistake('wrong-order', { expected: [question, answer], seen: rows })
    const expected = { user: user.id, ai: ai.id }
    const { user: first, ai: second } = Object(seen)
    if (first !== expected.user || second !== expected.ai) {
      throw mistake('wrong-ids', { expected, seen: seen ?? String(seen) })
    }
    expectValue(seen, expected, 'saveTurn()')
  }
  const history = await lab.server.query<{ content: string }>(
    'SELECT content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY timestamp, id',
    [id, lab.chat.messages.at(-1)!.id],
  )
  const seen = history.map(({ content }) => content)
  if (!isDeepStrictEqual(seen, turns.flat()))
    throw mistake('wrong-order', { expected: turns.flat(), seen })
})

test('returns its own ids, whatever others write in the meantime, and however the server counts', async (lab) => {
  await expectOwnIds(lab, save, 'wrong-ids')
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  // It may begin to count in another way.
  for (const step of lab.random.shuffle([3, 7])) {
    await pool.query(byTest('SET SESSION auto_increment_increment = ?'), [step])
    await lab.asItIs()
    const seen = await soon(saveTurn(pool, id, ...texts(lab)), 'two-connections')
    const [user, ai] = (await added(lab, id)).slice(-2).map((row) => row.id)
    if (seen?.user !== user || seen?.ai !== ai)
      throw mistake('wrong-ids', { expected: { user, ai }, seen })
  }
})

test("moves this conversation's updated_at to now, and no other's", async (lab) => {
  await expectOnlyThisOneMoved(lab, (pool, id) => saveTurn(pool, id, ...texts(lab)))
})

test('returns null for a conversation that does not exist', async (lab) => {
  await expectNullForMissing(lab, (pool, id) => saveTurn(pool, id, ...texts(lab)))
})

test('treats quotes, emoji and a null byte as text', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  const texts = lab.random.hostile('text')
  for (const [index, text] of texts.entries()) {
    const expected = [text, texts.at(index - 1)!]
    await asText(text, soon(saveTurn(pool, id, text, texts.at(index - 1)!)))
    const seen = (await added(lab, id)).slice(-2).map((row) => row.content)
    if (!isDeepStrictEqual(seen, expected)) throw mistake('text-changed', { expected, seen })
  }
  await soon(saveTurn(pool, id, '', ''))
  const seen = (await added(lab, id)).slice(-2).map((row) => row.content)
  expectValue(seen, ['', ''], 'messages.content')
})

test('keeps nothing of a turn whose question or answer is too long', async (lab) => {
  const write = (pool: Pool, id: number) => saveTurn(pool, id, ...texts(lab))
  const short = lab.random.text()
  await expectTooLongRefused(lab, (pool, id, text) => saveTurn(pool, id, short, text), write)
  await expectTooLongRefused(lab, (pool, id, text) => saveTurn(pool, id, text, short), write)
})

test('keeps nothing of a turn when updated_at cannot be moved', async (lab) => {
  const write = (pool: Pool, id: number) => saveTurn(pool, id, ...texts(lab))
  await expectAllOrNothingWhenLost(lab, write, 2)
  await expectBothOrNeither(lab, write)
})

test('lets three save at the same moment, each question before its own answer', async (lab) => {
  // Two programs run this module: what one remembers, the other does not know.
  beginAnotherProgram()
  const second = await import('#exercise/11-database/5-save-turn')
  let calls = 0
  const id = await expectNoDeadlock(lab, (pool, conversation) => {
    const word = lab.random.word()
    const program = calls++ % 2 ? second : { saveTurn }
    return program.saveTurn(pool, conversation, word, word)
  })
  const rows = await added(lab, id)
  const seen = rows.map((row) => `${row.sender}: ${row.content}`)
  const expected = rows
    .filter((row) => row.sender === 'user')
    .flatMap(({ content }) => [`user: ${content}`, `ai: ${content}`])
  expectValue(rows.length, 6, 'COUNT(*)')
  if (seen.join() !== expected.join()) throw mistake('turns-mixed', { expected, seen })
})

test('keeps simultaneous calls apart, even when one of them is rejected', async (lab) => {
  await expectOneConnectionEach(lab, save)
})

test('lets a server error through and keeps no connection', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const ask = (pool: Pool) => saveTurn(pool, id, ...texts(lab))
  await expectErrorsPassedOn(lab, ask, ['messages', 'conversations'])
  await expectEveryErrorThrown(lab, (pool, own) => saveTurn(pool, own, ...texts(lab)))
})

test('throws the first error when the connection is lost, and the pool keeps working', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const pool = await expectLossThrown(lab, (own, it) => saveTurn(own, it, ...texts(lab)), true)
  await expectLends(pool)
  await soon(saveTurn(pool, id, ...texts(lab)))
  expectValue((await added(lab, id)).length, 2, 'COUNT(*)')
})

// --- internal ---

async function save(pool: Pool, id: number, [question, answer]: [string, string]) {
  const { user, ai } = Object(await saveTurn(pool, id, question, answer))
  return [user, ai]
}

function texts({ random }: Lab): [string, string] {
  return [random.text(), random.text()]
}

/** The messages that came to a conversation since the test began, by id. */
function added({ server, chat }: Lab, id: number) {
  return server.query<{ id: number; sender: string; content: string }>(
    'SELECT id, sender, content FROM messages WHERE conversation_id = ? AND id > ? ORDER BY id',
    [id, chat.messages.at(-1)!.id],
  )
}
