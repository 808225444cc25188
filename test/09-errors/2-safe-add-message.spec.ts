import { inspect } from 'node:util'
import { vi } from 'vitest'
import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/09-errors/2-safe-add-message'
import {
  answerErrors,
  byTest,
  exercise,
  expectRows,
  expectValue,
  expectTransactionLeft,
  mistake,
  setUnusually,
  onSending,
  sqlOf,
  writeInBetween,
  errorOf,
  loseWhileRunning,
  untilBlocked,
  watchRepeats,
  betweenNow,
  coresOf,
  type Lab,
} from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

test('stores the message and returns its id', async (lab) => {
  const { connection, server, chat, random } = lab
  await setUnusually(lab)
  const newest = Math.max(...chat.messages.map(({ id }) => id))
  const conversations = await server.query('SELECT * FROM conversations ORDER BY id')
  const places = [0, 1].map((flag) => chat.conversations.find((one) => one.is_archived === flag)!)
  // Includes the empty string, and the longest that the column accepts.
  // To an ENUM `USER` is `user`.
  const senders = ['user', 'USER', 'ai', 'Ai']
  const messages = random.hostile('text').map((content, index) => ({
    conversationId: places[index % 2]!.id,
    sender: senders[index % 4]!,
    content,
  }))
  // The same words may be said twice.
  messages.push(messages[0]!)
  for (const message of messages) {
    const passed = { ...message }
    using _ = otherTime()
    const { result: id, expectNow } = await betweenNow(server, () =>
      answer.safeAddMessage(connection, passed),
    )
    expectValue(passed, message, 'message')
    const added = await server.query<{ timestamp: string }>(
      'SELECT id, conversation_id, sender, content, timestamp FROM messages WHERE id > ? ORDER BY id DESC LIMIT 1',
      [newest],
    )
    const rows = added.map(({ timestamp: _timestamp, ...row }) => row)
    const { conversationId: conversation_id, content } = message
    const sender = message.sender.toLowerCase()
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
  // Others may be calls of the same function, over the same connection.
  const texts = [1, 2, 3].map(() => random.text())
  const ids = await Promise.all(
    texts.map((text) =>
      answer.safeAddMessage(connection, { conversationId: own, sender: 'ai', content: text }),
    ),
  )
  expectRows(
    await server.query('SELECT id, content FROM messages WHERE id > ? AND conversation_id = ?', [
      id,
      own,
    ]),
    texts.map((text, index) => ({ id: ids[index], content: text })),
    'messages',
    { ordered: false },
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
  // MySQL keeps it open after a lock wait timeout, and after nearly every other error.
  const numbers = [1205, ...answerErrors(lab)].filter((errno) => !endsTransaction.has(errno))
  const signals = numbers.map(
    (errno) => `WHEN '${errno}' THEN SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${errno}`,
  )
  await lab.server.query(`CREATE TRIGGER refuses BEFORE INSERT ON messages FOR EACH ROW
    CASE NEW.content ${signals.join('; ')}; ELSE BEGIN END; END CASE`)
  for (const errno of numbers) {
    const message = { ...good, content: String(errno) }
    await expectTransactionLeft(lab, () => answer.safeAddMessage(lab.connection, message))
  }
})

test('throws a NotFoundError when there is no such conversation', async (lab) => {
  const conversationId = lab.chat.conversations.at(-1)!.id + 1
  // What else is unusual about a message says nothing about its conversation.
  const misleading = { content: 'Data too long for column, or truncated, or cannot be null' }
  for (const value of [
    {},
    misleading,
    { sender: 'AI', content: 'x'.repeat(60_000) },
    { content: '' },
  ]) {
    const { error } = await refused(lab, { conversationId, ...value })
    expectClass(error, answer.NotFoundError, 1452)
  }
  // What was missing may be there a moment later.
  await lab.server.query("INSERT INTO conversations (id, title) VALUES (?, 'New')", [
    conversationId,
  ])
  const message = { conversationId, sender: 'user', content: lab.random.text() }
  const { id, error } = await outcomeOf(lab.connection, message)
  expectValue(error ? String(error) : typeof id, 'number', 'safeAddMessage()')
})

test('throws a ValidationError when the table rejects a value', async (lab) => {
  const values = [
    // The last one is refused as a value, not as SQL.
    ...[
      lab.random.word(),
      ' user',
      'user now',
      'users',
      'assistant',
      '',
      `${lab.random.word()}'s`,
    ].map((sender) => ({ sender })),
    { sender: 'nobody', content: 'Cannot add a child row: a foreign key constraint fails' },
    ...['ё'.repeat(33_000), 'x'.repeat(65_536)].map((content) => ({ content })),
    { content: null as unknown as string },
  ]
  for (const value of values) {
    const { error, errno } = await refused(lab, value)
    expectClass(error, answer.ValidationError, errno)
  }
  // With two faults at once either class will do, but the sender is a value there, too.
  const sender = `${lab.random.word()}'s`
  const { error } = await outcomeOf(lab.connection, { conversationId: 0, sender, content: 'Hello' })
  const { cause } = Object(error) as { cause?: { errno?: number } }
  // ER_PARSE_ERROR
  if (cause?.errno === 1064) throw cause
})

test("keeps MySQL's error as the cause", async (lab) => {
  const values = [
    { conversationId: 0 },
    { conversationId: 0, content: `${lab.random.word()}'s` },
    { sender: lab.random.word() },
    { content: 'x'.repeat(65_536) },
    { content: null as unknown as string },
  ]
  const all: { error: Error; cause: unknown }[] = []
  for (const value of values) {
    using failures = noteFailures(lab.connection)
    const { error, errno } = await refused(lab, value)
    const { cause } = error as Error
    all.push({ error: error as Error, cause })
    const seen = (cause as { errno?: number } | undefined)?.errno
    const whole = typeof (cause as { sqlMessage?: string } | undefined)?.sqlMessage === 'string'
    if (seen !== errno || !(cause instanceof Error) || !whole || !failures.isOneOf(cause)) {
      throw mistake('cause-dropped', {
        expected: `cause.errno ${errno}`,
        seen: cause ?? String(cause),
      })
    }
  }
  // What a later call throws is another error.
  for (const { error, cause } of all)
    if (error.cause !== cause)
      throw mistake('cause-dropped', { expected: cause, seen: error.cause })
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
  if (error instanceof answer.NotFoundError) return
  const asked = /\bselect\b[^]*\bconversations\b/i.test(sqlOf(await server.statements()))
  if (asked)
    throw mistake('asks-first', { expected: 'NotFoundError', seen: error ?? String(error) })
  expectClass(error, answer.NotFoundError, 1452)
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
  const { id: conversationId } = lab.chat.conversations[0]!
  const message = { conversationId, sender: 'user', content: 'Hello' }
  // What fails once and then succeeds, and what these words say is not so.
  const numbers = new Set(otherErrors.map(([errno]) => errno))
  const more = answerErrors(lab).filter((errno) => !numbers.has(errno) && !ofAValue.has(errno))
  const others = [...otherErrors, ...more.map((errno) => [errno, 'HY000'] as const)]
  const signals = others.map(
    ([
      errno,
      sqlState,
    ]) => `WHEN ${errno} THEN SIGNAL SQLSTATE '${sqlState}' SET MYSQL_ERRNO = ${errno},
        MESSAGE_TEXT = 'Data too long, truncated, cannot be null: a foreign key constraint fails'`,
  )
  await server.query(`CREATE TABLE faults (errno INT);
    INSERT INTO faults VALUES (0);
    CREATE TRIGGER refuses BEFORE INSERT ON messages FOR EACH ROW
    CASE (SELECT errno FROM faults) ${signals.join('; ')}; ELSE BEGIN END; END CASE`)
  const repeats = watchRepeats(connection)
  for (const [errno] of others) {
    await server.query('UPDATE faults SET errno = ?', [errno])
    using failures = noteFailures(connection, () => server.query('UPDATE faults SET errno = 0'))
    const outcome = await outcomeOf(connection, message)
    repeats.expectNone()
    expectSameError(outcome, { errno }, failures)
  }
  await server.query('DROP TRIGGER refuses; DROP TABLE faults')
  await expectDriversError(connection, message)
  const reset = await connect()
  onSending(reset, () => {
    const error = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    for (const { stream } of coresOf(reset)) stream.destroy(error)
  })
  using failures = noteFailures(reset)
  expectSameError(await outcomeOf(reset, message), { code: 'ECONNRESET' }, failures)
  const lost = await connect()
  await loseWhileRunning(server, lost)
  const driversOwn = (await errorOf(() => lost.query(byTest('SELECT 1')))) as Error
  expectSameError(await outcomeOf(lost, message), { message: driversOwn.message })
})

// --- internal ---

/** A deadlock, here and in XA: MySQL itself has rolled back. */
const endsTransaction = new Set([1213, 1614])

/** They say that the table rejects a value. */
const ofAValue = new Set([1048, 1264, 1265, 1366, 1406, 1452, 3819])

/**
 * A key that is taken, a parent with children, a lock that did not come, a deadlock, an error raised by a trigger, an
 * interruption, and two about the arithmetic of a trigger: rejected values have some of these SQLSTATEs too.
 */
const otherErrors: readonly (readonly [errno: number, sqlState: string])[] = [
  [1062, '23000'],
  [1451, '23000'],
  [1205, 'HY000'],
  [1213, '40001'],
  [1644, '45000'],
  [1317, '70100'],
  [1365, '22012'],
  [1690, '22003'],
]

/** Until disposed of, the clock that `Date` is not made from is ahead too. */
function otherTime(): Disposable {
  const { now } = performance
  const ahead = vi
    .spyOn(performance, 'now')
    .mockImplementation(() => now.call(performance) + 2 * 86_400_000)
  return { [Symbol.dispose]: () => ahead.mockRestore() }
}

/** The errors with which statements over a connection have failed. */
interface Failures extends Disposable {
  readonly errors: readonly unknown[]
  /** Is this one of them, and as it was then? True of any error when nothing was noticed. */
  isOneOf(error: unknown): boolean
}

/** @param then is done when a statement has failed, before the answer is told */
function noteFailures(connection: Connection, then?: () => Promise<unknown>): Failures {
  const failures: { error: unknown; view: string }[] = []
  for (const name of ['query', 'execute'] as const) {
    const send = connection[name].bind(connection) as (...args: unknown[]) => Promise<unknown>
    const value = async (...args: unknown[]) => {
      try {
        return await send(...args)
      } catch (error) {
        failures.push({ error, view: viewOf(error) })
        await then?.()
        throw error
      }
    }
    Object.defineProperty(connection, name, { value, configurable: true, writable: true })
  }
  const own = connection as unknown as Record<string, unknown>
  return {
    get errors() {
      return failures.map(({ error }) => error)
    },
    isOneOf(error) {
      const same = failures.find((one) => one.error === error)
      return failures.length === 0 || same?.view === viewOf(error)
    },
    [Symbol.dispose]() {
      delete own.query
      delete own.execute
    },
  }
}

/** The error and all its properties. */
function viewOf(error: unknown): string {
  const properties = Object.getOwnPropertyDescriptors(Object(error))
  return inspect(Object.entries(properties), { depth: 3, maxStringLength: null })
}

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
  const ignores = async () => /\binsert\s+ignore\b/i.test(sqlOf(await server.statements()))
  if ((stored.length > 0 || !('error' in outcome)) && (await ignores()))
    throw mistake('insert-ignore', { expected: 'an error', seen: stored })
  const row = {
    conversation_id: message.conversationId,
    sender: message.sender,
    content: message.content,
  }
  // What is stored is not what was passed: it was changed until it fitted.
  if (stored.length > 0) expectRows(stored, [row], 'messages')
  if (stored.length > 0) throw mistake('checks-switched-off', { expected: [], seen: stored })
  if (!('error' in outcome))
    throw mistake('returns-null', { expected: 'an error', seen: outcome.id ?? String(outcome.id) })
  return { error: outcome.error, errno }
}

function expectClass(
  error: unknown,
  Expected: typeof answer.NotFoundError | typeof answer.ValidationError,
  errno: number,
) {
  const Other = Expected === answer.NotFoundError ? answer.ValidationError : answer.NotFoundError
  if (error instanceof Expected && !(error instanceof Other)) return
  const details = { expected: Expected.name, seen: error ?? String(error) }
  if (error instanceof answer.NotFoundError || error instanceof answer.ValidationError)
    throw mistake('wrong-class', details)
  // An error of another statement, or of another kind, tells its own story.
  const seen = (error as { errno?: number } | null)?.errno
  if (seen !== undefined && seen !== errno) throw error
  if (errno === 1452) throw mistake('not-translated', details)
  throw mistake('refused-value-forgotten', details)
}

function expectSameError(
  outcome: Outcome,
  expected: { errno?: number; message?: string; code?: string },
  failures?: Failures,
) {
  const details = { expected, seen: outcome.error ?? outcome.id ?? String(outcome.id) }
  if (!('error' in outcome)) throw mistake('returns-null', details)
  const error = outcome.error as Record<string, unknown>
  const same = Object.entries(expected).every(([name, value]) => error[name] === value)
  if (!same || failures?.isOneOf(error) === false) throw mistake('other-errors-changed', details)
}

/** With execute() it is the driver that refuses `undefined`, not the table; with query() it is NULL. */
async function expectDriversError(connection: Connection, message: answer.NewMessage) {
  using failures = noteFailures(connection)
  const outcome = await outcomeOf(connection, { ...message, sender: undefined as never })
  if (failures.errors[0] instanceof TypeError) expectSameError(outcome, {}, failures)
}

async function storedAfter(server: Lab['server'], chat: Lab['chat']) {
  return server.query(
    'SELECT conversation_id, sender, content FROM messages WHERE id > ? ORDER BY id',
    [Math.max(...chat.messages.map(({ id }) => id))],
  )
}
