import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/09-errors/2-safe-add-message'
import {
  byTest,
  exercise,
  expectRows,
  expectValue,
  expectTransactionLeft,
  mistake,
  sqlOf,
  writeInBetween,
  type Lab,
} from '#support'
import { errorOf, loseWhileRunning, untilBlocked } from '../support/faults.ts'
import { betweenNow } from '../support/just-now.ts'

const { NotFoundError, ValidationError } = answer
const test = exercise(import.meta.url, { tables: 'chat' })

test('stores the message and returns its id', async ({ connection, server, chat, random }) => {
  const newest = Math.max(...chat.messages.map(({ id }) => id))
  const conversations = await server.query('SELECT * FROM conversations ORDER BY id')
  const places = [0, 1].map((flag) => chat.conversations.find((one) => one.is_archived === flag)!)
  // Includes the empty string, and the longest that the column accepts.
  const messages = random.hostile('text').map((content, index) => ({
    conversationId: places[index % 2]!.id,
    sender: index % 4 < 2 ? 'user' : 'ai',
    content,
  }))
  for (const message of messages) {
    const { result: id, expectNow } = await betweenNow(server, () =>
      answer.safeAddMessage(connection, message),
    )
    const added = await server.query<{ timestamp: string }>(
      'SELECT id, conversation_id, sender, content, timestamp FROM messages WHERE id > ? ORDER BY id DESC LIMIT 1',
      [newest],
    )
    const rows = added.map(({ timestamp: _timestamp, ...row }) => row)
    const { conversationId: conversation_id, sender, content } = message
    expectRows(rows, [{ id, conversation_id, sender, content }], 'messages')
    expectNow(added[0]?.timestamp, 'messages.timestamp')
  }
  expectValue((await storedAfter(server, chat)).length, messages.length, 'COUNT(*)')
  const seen = await server.query('SELECT * FROM conversations ORDER BY id')
  expectRows(seen, conversations, 'conversations')
})

test('returns its own id when others write at the same moment', async (lab) => {
  const { connection, server, chat, random } = lab
  const [own, others] = chat.conversations.map(({ id }) => id) as [number, number]
  const content = random.text()
  const write = () =>
    server.query('INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)', [
      others,
      'user',
      'Of another session.',
    ])
  using _ = writeInBetween(connection, write)
  const id = await answer.safeAddMessage(connection, { conversationId: own, sender: 'ai', content })
  const rows = await server.query('SELECT id, content FROM messages WHERE conversation_id = ?', [
    own,
  ])
  expectValue(
    rows.filter((row) => row.content === content).map((row) => row.id),
    [id],
    'safeAddMessage()',
  )
})

test("leaves the caller's transaction open", async (lab) => {
  const good = {
    conversationId: lab.chat.conversations[0]!.id,
    sender: 'user',
    content: lab.random.text(),
  }
  for (const message of [good, { ...good, conversationId: 0 }, { ...good, sender: 'nobody' }]) {
    await expectTransactionLeft(lab, () => answer.safeAddMessage(lab.connection, message))
  }
})

test('throws a NotFoundError when there is no such conversation', async (lab) => {
  const { error } = await refused(lab, { conversationId: lab.chat.conversations.at(-1)!.id + 1 })
  expectClass(error, NotFoundError, 1452)
})

test('throws a ValidationError when the table rejects a value', async (lab) => {
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

test("keeps MySQL's error as the cause", async (lab) => {
  for (const value of [{ conversationId: 0 }, { sender: lab.random.word() }]) {
    const { error, errno } = await refused(lab, value)
    const { cause } = error as Error
    const seen = (cause as { errno?: number } | undefined)?.errno
    const whole = typeof (cause as { sqlMessage?: string } | undefined)?.sqlMessage === 'string'
    if (seen !== errno || !(cause instanceof Error) || !whole) {
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

test('lets every other error through unchanged', async (lab) => {
  const { server, connection, connect } = lab
  await server.query('ALTER TABLE messages RENAME TO messages_away')
  const noTable = await outcomeOf(connection, {
    conversationId: 1,
    sender: 'user',
    content: 'Hello',
  })
  expectSameError(noTable, { errno: 1146 })
  await server.query('ALTER TABLE messages_away RENAME TO messages')
  for (const errno of otherErrors) {
    await server.query(`DROP TRIGGER IF EXISTS refuses;
      CREATE TRIGGER refuses BEFORE INSERT ON messages FOR EACH ROW
      SIGNAL SQLSTATE '${errno === 1213 ? 40001 : 45000}' SET MYSQL_ERRNO = ${errno}`)
    expectSameError(
      await outcomeOf(connection, {
        conversationId: lab.chat.conversations[0]!.id,
        sender: 'user',
        content: 'Hello',
      }),
      { errno },
    )
  }
  await server.query('DROP TRIGGER refuses')
  const lost = await connect()
  await loseWhileRunning(server, lost)
  const driversOwn = (await errorOf(() => lost.query(byTest('SELECT 1')))) as Error
  const outcome = await outcomeOf(lost, { conversationId: 1, sender: 'user', content: 'Hello' })
  expectSameError(outcome, { message: driversOwn.message })
})

// --- internal ---

/** A key that is taken, a parent with children, a lock that did not come, a deadlock, an error raised by a trigger. */
const otherErrors = [1062, 1451, 1205, 1213, 1644]

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
