import { createWithFirstMessage } from '#exercise/06-connection/1-create-with-first-message'
import type { Connection } from 'mysql2/promise'
import {
  exercise,
  expectRows,
  expectValue,
  inFlight,
  loseAtEachStatement,
  mistake,
  provokeErrors,
  refuseCommits,
  setUnusually,
  writeInBetween,
  betweenNow,
  type Lab,
} from '#support'
import {
  begins,
  errnoOf,
  expectSettings,
  hasOpenTransaction,
  outcomeOf,
  readable,
  settingsOf,
  statementsOf,
  untilSent,
} from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

/** More than TEXT holds: error 1406. */
const tooLong = 'x'.repeat(70_000)

test('keeps the conversation and its first message', async (lab) => {
  const { connection, random } = lab
  const title = `O'Reilly ${random.word()}`
  const content = random.text()
  // Its clock shows another hour.
  await setUnusually(lab)
  const call = async () => {
    await createWithFirstMessage(connection, title, content)
    // It was not waited for, and so nobody would find out that it fails.
    if (inFlight(connection) > 0) throw mistake('not-committed')
  }
  const { expectNow } = await betweenNow(lab.server, call, connection)
  const conversations = await added(lab, 'conversations', 'id, title, is_archived')
  if (conversations.length === 0 && (await hasOpenTransaction(connection)))
    throw mistake('not-committed')
  const id = conversations[0]?.id
  expectRows(conversations, [{ id, title, is_archived: 0 }], 'conversations')
  const messages = await added(lab, 'messages', 'conversation_id, sender, content')
  expectRows(messages, [{ conversation_id: id, sender: 'user', content }], 'messages')
  const [times] = await lab.server.query<Record<'created_at' | 'updated_at' | 'timestamp', string>>(
    `SELECT created_at, updated_at, timestamp FROM conversations AS c
     JOIN messages AS m ON m.conversation_id = c.id WHERE c.id = ?`,
    [id],
  )
  expectNow(times!.created_at, 'conversations.created_at')
  expectNow(times!.updated_at, 'conversations.updated_at')
  expectNow(times!.timestamp, 'messages.timestamp')
  await expectOthersLeft(lab)
})

test('stores every title and every text as it is', async (lab) => {
  const { connection, random } = lab
  // Includes empty ones, and the longest that the columns accept.
  const contents = random.hostile('text')
  const pairs = random
    .hostile('title')
    .map((title, index) => ({ title, content: contents[index % contents.length]! }))
  // One with this title is there already.
  pairs.push({ title: lab.chat.conversations[0]!.title, content: random.text() })
  // The same conversation may begin twice.
  pairs.push(pairs.at(-1)!)
  const ids: number[] = []
  for (const { title, content } of pairs)
    ids.push(await createWithFirstMessage(connection, title, content))
  const seen = await added(lab, 'conversations', 'title')
  expectRows(
    seen,
    pairs.map(({ title }) => ({ title })),
    'conversations',
  )
  expectRows(
    await added(lab, 'messages', 'content'),
    pairs.map(({ content }) => ({ content })),
    'messages',
  )
  const own = (await added(lab, 'conversations', 'id')).map(({ id }) => id)
  // There are others with the same title.
  const place = ids.findIndex((id, index) => id !== own[index])
  if (place >= 0) throw mistake('newest-id', { expected: own[place], seen: ids[place] })
  await expectOthersLeft(lab)
})

test('returns its own id when others write at the same moment', async (lab) => {
  const { connection, server, random } = lab
  const title = random.title()
  // Another one with the same title, after each statement.
  const [other, refused] = [await lab.connect(), random.word()]
  using _ = writeInBetween(connection, async () => {
    await server.query('INSERT INTO conversations (title) VALUES (?)', [title])
    // By way of the same function, too.
    await outcomeOf(createWithFirstMessage(other, refused, tooLong))
    await createWithFirstMessage(other, title, random.text())
  })
  const content = `${random.text()} ${random.word()}`
  const id = await createWithFirstMessage(connection, title, content)
  const messages = await server.query<{ id: number }>(
    'SELECT conversation_id AS id FROM messages WHERE content = ? ORDER BY messages.id DESC LIMIT 1',
    [content],
  )
  const withMessage = messages[0]?.id
  const others = (await added(lab, 'conversations', 'id')).map((row) => row.id)
  if (id !== withMessage && others.includes(id))
    throw mistake('newest-id', { expected: withMessage, seen: id })
  const left = await server.query('SELECT id FROM conversations WHERE title = ?', [refused])
  if (left.length > 0) throw mistake('no-transaction', { expected: [], seen: left })
})

test('rethrows every error, whatever it is', async (lab) => {
  const ask = (connection: Connection, title = lab.random.title()) =>
    createWithFirstMessage(connection, title, 'x')
  const tooLongTitle = await outcomeOf(ask(lab.connection, 'ё'.repeat(256)))
  if (tooLongTitle !== 'late' && 'value' in tooLongTitle)
    throw mistake('swallows-errors', { expected: 1406, seen: tooLongTitle.value })
  const seen = tooLongTitle === 'late' ? tooLongTitle : tooLongTitle.error
  if (errnoOf(seen) !== 1406) throw mistake('hides-error', { expected: 1406, seen })
  for (const what of lab.random.shuffle(['INSERT ON messages', 'INSERT ON conversations']))
    await provokeErrors(lab, what, (connection) => ask(connection), { otherwise: 'hides-error' })
  // The commit, too.
  const refused = new Error(lab.random.word())
  {
    using _ = refuseCommits(lab.connection, refused)
    const outcome = await outcomeOf(ask(lab.connection))
    if (outcome !== 'late' && 'value' in outcome)
      throw mistake('swallows-errors', { expected: refused, seen: outcome.value })
  }
  if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
  expectRows(await added(lab, 'conversations', 'id'), [], 'conversations')
})

test('returns the id of the conversation', async (lab) => {
  const id = await createWithFirstMessage(lab.connection, lab.random.title(), lab.random.text())
  const [conversation] = await lab.server.query<{ id: number }>(
    'SELECT MAX(id) AS id FROM conversations',
  )
  const [message] = await lab.server.query<{ id: number }>('SELECT MAX(id) AS id FROM messages')
  const details = { expected: conversation!.id, seen: id }
  if (id === message!.id) throw mistake('message-id-returned', details)
  if ((await added(lab, 'conversations', 'id')).length > 0)
    expectValue(id, conversation!.id, 'createWithFirstMessage()')
})

test('keeps neither when the message is rejected', async (lab) => {
  const { connection, server, random } = lab
  const outcome = await outcomeOf(createWithFirstMessage(connection, random.title(), tooLong))
  const left = await added(lab, 'conversations', 'id, title')
  const statements = await statementsOf(server, connection)
  const details = { expected: [], seen: readable(statements) }
  if (left.length > 0) throw mistake(whyKept(statements), details)
  if (statements.some(({ sql }) => /^\s*delete\b/i.test(sql)))
    throw mistake('cleans-up-by-hand', details)
  if (outcome !== 'late' && 'value' in outcome) {
    throw mistake('swallows-errors', { expected: 'ER_DATA_TOO_LONG (1406)', seen: outcome.value })
  }
  await expectOthersLeft(lab)
})

test('rethrows the error that rejected it', async ({ connection, random }) => {
  const outcome = await outcomeOf(createWithFirstMessage(connection, random.title(), tooLong))
  const expected = 'ER_DATA_TOO_LONG (1406)'
  if (outcome !== 'late' && 'value' in outcome)
    throw mistake('swallows-errors', { expected, seen: outcome.value })
  const error = outcome === 'late' ? outcome : outcome.error
  if (errnoOf(error) !== 1406) throw mistake('hides-error', { expected, seen: error })
})

test('leaves the connection as it was, after success and after failure', async (lab) => {
  const { connection, random } = lab
  await setUnusually(lab, "transaction_isolation = 'READ-COMMITTED'")
  const before = await settingsOf(connection)
  // Not every error is the server's: the driver refuses a value that is missing.
  for (const content of [random.text(), tooLong, undefined as never]) {
    await outcomeOf(createWithFirstMessage(connection, random.title(), content))
    expectSettings(await settingsOf(connection), before)
    if (await hasOpenTransaction(connection)) {
      throw mistake(content?.length < 70_000 ? 'not-committed' : 'transaction-left-open')
    }
  }
})

test('shows other connections both rows or none', async (lab) => {
  const { connection, server, random } = lab
  await using other = await server.session()
  await holdMessages(other)
  const call = createWithFirstMessage(connection, random.title(), random.text())
  await untilSent(server, insertsMessage, call)
  const seen = await added(lab, 'conversations', 'id, title')
  await other.rollback()
  await call
  if (seen.length > 0) {
    throw mistake(whyKept(await statementsOf(server, connection)), { expected: [], seen })
  }
})

test('leaves nothing behind when the connection is lost halfway', async (lab) => {
  const { connection, server, random } = lab
  await using other = await server.session()
  await holdMessages(other)
  const call = createWithFirstMessage(connection, random.title(), random.text())
  call.catch(() => {})
  await untilSent(server, insertsMessage, call)
  await server.kill(connection)
  const outcome = await outcomeOf(call)
  await other.rollback()
  const statements = await statementsOf(server, connection)
  const left = await added(lab, 'conversations', 'id, title')
  if (left.length > 0) throw mistake(whyKept(statements), { expected: [], seen: left })
  if (outcome !== 'late' && 'value' in outcome) {
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: outcome.value })
  }
  await loseAtEachStatement(lab, (lost) => createWithFirstMessage(lost, random.title(), 'x'))
})

// --- internal ---

const insertsMessage = /^\s*insert\s[^('"]*\bmessages\b/i

/** Rows that were not there when the test began, as another connection sees them. */
function added({ server, chat }: Lab, table: 'conversations' | 'messages', columns: string) {
  const known = chat[table].map(({ id }) => id)
  return server.query<{ id?: number }>(
    `SELECT ${columns} FROM ${table} WHERE id NOT IN (?) ORDER BY id`,
    [known],
  )
}

/** Fails unless the rows that were there when the test began are as they were. */
async function expectOthersLeft({ server, chat }: Lab) {
  for (const table of ['conversations', 'messages'] as const) {
    const known = chat[table].map(({ id }) => id)
    const rows = await server.query(`SELECT * FROM ${table} WHERE id IN (?) ORDER BY id`, [known])
    expectRows(rows, chat[table], table)
  }
}

/** Locks the end of the table `messages`: adding a message has to wait, while conversations can be added. */
async function holdMessages(other: Awaited<ReturnType<Lab['server']['session']>>) {
  await other.beginTransaction()
  await other.query('SELECT id FROM messages WHERE id > 1000000 FOR UPDATE')
}

function whyKept(statements: Parameters<typeof begins>[0]): string {
  const begun = begins(statements)
  const first = statements.findIndex(({ sql }) => /^\s*insert\b/i.test(sql))
  if (begun.length === 0 || statements.indexOf(begun[0]!) > first) {
    return statements.some(({ sql }) => /^\s*delete\b/i.test(sql))
      ? 'cleans-up-by-hand'
      : 'no-transaction'
  }
  return begun.length > 1 ? 'begins-twice' : 'committed-anyway'
}
