import { saveTurn } from '#exercise/11-database/5-save-turn'
import { exercise, expectValue, mistake, type Lab } from '#support'
import { asText, expectLends, oddTexts, poolOfOne, soon, whileLocked } from './probes.ts'
import {
  expectBothOrNeither,
  expectNoDeadlock,
  expectNullForMissing,
  expectOnlyThisOneMoved,
  expectTooLongRefused,
} from './writes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('writes the question, then the answer, and returns their ids', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.random.pick(lab.chat.conversations)
  for (const [question, answer] of [texts(lab), texts(lab)]) {
    const seen: unknown = await soon(saveTurn(pool, id, question, answer), 'two-connections')
    const rows = await added(lab, id)
    const user = rows.find((row) => row.content === question)
    const ai = rows.find((row) => row.content === answer)
    if (!user || !ai) throw mistake('not-committed', { expected: [question, answer], seen: rows })
    expectValue([user.sender, ai.sender], ['user', 'ai'], 'messages.sender')
    if (user.id > ai.id) throw mistake('wrong-order', { expected: [question, answer], seen: rows })
    const expected = { user: user.id, ai: ai.id }
    const { user: first, ai: second } = Object(seen)
    if (first !== expected.user || second !== expected.ai) {
      throw mistake('wrong-ids', { expected, seen: seen ?? String(seen) })
    }
  }
})

test("moves the conversation's updated_at to now, and no other's", async (lab) => {
  await expectOnlyThisOneMoved(lab, (pool, id) => saveTurn(pool, id, ...texts(lab)))
})

test('gives null for a conversation that does not exist', async (lab) => {
  await expectNullForMissing(lab, (pool, id) => saveTurn(pool, id, ...texts(lab)))
})

test('takes quotes, emoji and a null byte as text', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  for (const text of oddTexts(lab.random.word())) {
    await asText(text, soon(saveTurn(pool, id, text, `re: ${text}`)))
    const seen = (await added(lab, id)).slice(-2).map((row) => row.content)
    const expected = [text, `re: ${text}`]
    if (seen.join('\n') !== expected.join('\n')) throw mistake('text-changed', { expected, seen })
  }
})

test('keeps nothing of a turn whose answer is too long', async (lab) => {
  await expectTooLongRefused(
    lab,
    (pool, id, text) => saveTurn(pool, id, lab.random.text(), text),
    (pool, id) => saveTurn(pool, id, ...texts(lab)),
  )
})

test('keeps nothing of a turn when the conversation cannot be moved', async (lab) => {
  await expectBothOrNeither(lab, (pool, id) => saveTurn(pool, id, ...texts(lab)))
})

test('lets three save at the same moment, each question before its own answer', async (lab) => {
  const id = await expectNoDeadlock(lab, (pool, conversation) => {
    const word = lab.random.word()
    return saveTurn(pool, conversation, word, word)
  })
  const rows = await added(lab, id)
  const seen = rows.map((row) => `${row.sender}: ${row.content}`)
  const expected = rows
    .filter((row) => row.sender === 'user')
    .flatMap(({ content }) => [`user: ${content}`, `ai: ${content}`])
  expectValue(rows.length, 6, 'COUNT(*)')
  if (seen.join() !== expected.join()) throw mistake('turns-mixed', { expected, seen })
})

test('throws the first error when the connection is lost, and the pool goes on', async (lab) => {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  const [outcome] = await whileLocked(
    lab,
    id,
    [() => saveTurn(pool, id, ...texts(lab))],
    async (threads) => {
      for (const thread of threads) await lab.server.kill(thread)
    },
  )
  const seen = outcome!.error ?? outcome!.value ?? String(outcome!.value)
  const details = { expected: 'PROTOCOL_CONNECTION_LOST', seen }
  if (!outcome!.error) throw mistake('swallows-errors', details)
  if (outcome!.error.code !== 'PROTOCOL_CONNECTION_LOST') throw mistake('error-replaced', details)
  expectValue((await added(lab, id)).length, 0, 'COUNT(*)')
  await expectLends(pool)
  await soon(saveTurn(pool, id, ...texts(lab)))
  expectValue((await added(lab, id)).length, 2, 'COUNT(*)')
})

// --- internal ---

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
