import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/09-errors/2-safe-add-message'
import { byTest, exercise, expectRows, expectValue, mistake, sqlOf, type Lab } from '#support'
import { errorOf, loseWhileRunning, untilBlocked } from '../support/faults.ts'

const { NotFoundError, ValidationError } = answer
const test = exercise(import.meta.url, { tables: 'chat' })

test('stores the message and returns its id', async ({ connection, server, chat, random }) => {
  const conversationId = chat.conversations[0]!.id
  const message = { conversationId, sender: random.pick(['user', 'ai']), content: random.text() }
  const id = await answer.safeAddMessage(connection, message)
  const rows = await storedAfter(server, chat)
  expectRows(
    rows,
    [{ conversation_id: conversationId, sender: message.sender, content: message.content }],
    'messages',
  )
  const [last] = await server.query<{ id: number }>('SELECT MAX(id) AS id FROM messages')
  expectValue(id, last!.id, 'safeAddMessage()')
})

test('throws a NotFoundError when there is no such conversation', async (lab) => {
  const { error } = await refused(lab, { conversationId: lab.chat.conversations.at(-1)!.id + 1 })
  expectClass(error, NotFoundError, 1452)
})

test('throws a ValidationError when the table refuses a value', async (lab) => {
  const values = [
    { sender: lab.random.word() },
    { content: 'ё'.repeat(33_000) },
    { content: null as unknown as string },
  ]
  for (const value of values) {
    const { error, errno } = await refused(lab, value)
    expectClass(error, ValidationError, errno)
  }
})

test('keeps the error of MySQL as the cause', async (lab) => {
  for (const value of [{ conversationId: 0 }, { sender: lab.random.word() }]) {
    const { error, errno } = await refused(lab, value)
    const { cause } = error as Error
    const seen = (cause as { errno?: number } | undefined)?.errno
    if (seen !== errno || !(cause instanceof Error)) {
      throw mistake('cause-dropped', {
        expected: `cause.errno ${errno}`,
        seen: cause ?? String(cause),
      })
    }
  }
})

test('notices a conversation that is deleted at the same moment', async ({
  connection,
  server,
  chat,
  random,
}) => {
  await using other = await server.session()
  const conversationId = chat.conversations[0]!.id
  await other.beginTransaction()
  await other.query('DELETE FROM conversations WHERE id = ?', [conversationId])
  const adding = outcomeOf(connection, { conversationId, sender: 'user', content: random.word() })
  await untilBlocked(server, connection)
  await other.commit()
  const { error } = await adding
  if (error instanceof NotFoundError) return
  const asked = /\bselect\b[^]*\bconversations\b/i.test(sqlOf(await server.statements()))
  if (asked)
    throw mistake('asks-first', { expected: 'NotFoundError', seen: error ?? String(error) })
  expectClass(error, NotFoundError, 1452)
})

test('lets every other error through as it came', async (lab) => {
  const { server, connection, connect } = lab
  await server.query('ALTER TABLE messages RENAME TO messages_away')
  const noTable = await outcomeOf(connection, {
    conversationId: 1,
    sender: 'user',
    content: 'Hello',
  })
  expectSameError(noTable, { errno: 1146 })
  await server.query('ALTER TABLE messages_away RENAME TO messages')
  const lost = await connect()
  await loseWhileRunning(server, lost)
  const driversOwn = (await errorOf(() => lost.query(byTest('SELECT 1')))) as Error
  const outcome = await outcomeOf(lost, { conversationId: 1, sender: 'user', content: 'Hello' })
  expectSameError(outcome, { message: driversOwn.message })
})

// --- internal ---

interface Outcome {
  id?: unknown
  error?: unknown
}

async function outcomeOf(connection: Connection, message: answer.NewMessage): Promise<Outcome> {
  return answer.safeAddMessage(connection, message).then(
    (id) => ({ id }),
    (error: unknown) => ({ error }),
  )
}

/** Adds a message with one value that MySQL refuses: what the answer threw, and MySQL's own number for it. */
async function refused(
  { connection, server, chat, random }: Lab,
  wrong: Partial<answer.NewMessage>,
) {
  const good = { conversationId: chat.conversations[0]!.id, sender: 'user', content: random.text() }
  const message = { ...good, ...wrong }
  const outcome = await outcomeOf(connection, message)
  const { errno } = (await errorOf(() =>
    server.query('INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)', [
      message.conversationId,
      message.sender,
      message.content,
    ]),
  )) as { errno: number }
  const stored = await storedAfter(server, chat)
  const log = sqlOf(await server.statements())
  if (/\binsert\s+ignore\b/i.test(log))
    throw mistake('insert-ignore', { expected: 'an error', seen: stored })
  if (stored.length > 0) throw mistake('checks-switched-off', { expected: [], seen: stored })
  if (!('error' in outcome))
    throw mistake('returns-null', { expected: 'an error', seen: outcome.id ?? String(outcome.id) })
  return { error: outcome.error, errno }
}

function expectClass(
  error: unknown,
  Expected: typeof NotFoundError | typeof ValidationError,
  errno: number,
) {
  if (error instanceof Expected) return
  const details = { expected: Expected.name, seen: error ?? String(error) }
  if (error instanceof NotFoundError || error instanceof ValidationError)
    throw mistake('wrong-class', details)
  if (errno === 1452) throw mistake('not-translated', details)
  throw mistake('refused-value-forgotten', details)
}

function expectSameError(outcome: Outcome, expected: { errno?: number; message?: string }) {
  const details = { expected, seen: outcome.error ?? outcome.id ?? String(outcome.id) }
  if (!('error' in outcome)) throw mistake('returns-null', details)
  const error = outcome.error as Record<string, unknown>
  const same = Object.entries(expected).every(([name, value]) => error[name] === value)
  if (!same) throw mistake('other-errors-changed', details)
}

async function storedAfter(server: Lab['server'], chat: Lab['chat']) {
  return server.query(
    'SELECT conversation_id, sender, content FROM messages WHERE id > ? ORDER BY id',
    [Math.max(...chat.messages.map(({ id }) => id))],
  )
}
