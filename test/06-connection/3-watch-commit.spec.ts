import { watchCommit } from '#exercise/06-connection/3-watch-commit'
import type { Connection } from 'mysql2/promise'
import {
  exercise,
  expectRows,
  expectValue,
  inFlight,
  loseAtEachStatement,
  mistake,
  onSending,
  provokeErrors,
  setUnusually,
  writeInBetween,
  betweenNow,
  type Lab,
  type Statement,
  type ConversationRow,
} from '#support'
import {
  begins,
  hasOpenTransaction,
  outcomeOf,
  readable,
  settingsOf,
  type Outcome,
} from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('counts the old rows before the commit and one more after it', async (lab) => {
  const { chat, connection, connect, server } = lab
  const reader = await connect()
  const rows = chat.conversations.length
  const [early, besideCommit]: [string[], string[]] = [[], []]
  let counts = 0
  const note = (sql: string) => (counts < 2 ? early : besideCommit).push(sql)
  onSending(reader, (sql) => {
    if (!/\bconversations\b/i.test(sql)) return
    counts += 1
    if (inFlight(connection) > 0) note(sql)
  })
  onSending(connection, (sql) => {
    if (/^\s*(xa\s+)?commit\b/i.test(sql) && inFlight(reader) > 0) note(sql)
  })
  const seen = await watchCommit(connection, reader)
  const statements = await server.statements()
  const expected = [rows, rows + 1]
  const same = Array.isArray(seen) && seen[0] === seen[1]
  const wrong = nameOf(statements, connection.threadId, reader.threadId, same)
  if (wrong)
    throw mistake(wrong, { expected, seen: [...readable(statements), JSON.stringify(seen)] })
  // Whatever was counted: a step of the writer's was still under way.
  if (early.length > 0) throw mistake('counted-too-early', { seen: early })
  // The second count did not wait for the commit.
  if (besideCommit.length > 0) throw mistake('not-committed', { seen: besideCommit })
  if (Array.isArray(seen) && seen.some((one) => typeof one === 'object')) {
    throw mistake('rows-not-numbers', { expected, seen })
  }
  expectValue(seen, expected, 'watchCommit()')
  // The very first conversation counts, too.
  await server.query('DELETE FROM conversations')
  expectValue(await watchCommit(connection, reader), [0, 1], 'watchCommit()')
})

test('counts correctly however many rows others add', async (lab) => {
  const { chat, connection, connect, random, server } = lab
  const others = random.int(1010, 1099)
  const titles = Array.from({ length: others }, () => [random.pick(['Tea', 'More tea'])])
  await server.query('INSERT INTO conversations (title) VALUES ?', [titles])
  // Long ago and far ahead, without a title and with an odd id: no condition concerns those.
  await server.query('INSERT INTO conversations (id, title, created_at, updated_at) VALUES ?', [
    [
      [-1, '', '1970-01-02 00:00:00', '1970-01-02 00:00:00'],
      [999_999, ' ', '2037-12-31 00:00:00', '2037-12-31 00:00:00'],
    ],
  ])
  const rows = chat.conversations.length + others + 2
  const reader = await connect()
  expectValue(await watchCommit(connection, reader), [rows, rows + 1], 'watchCommit()')
  await server.query('DELETE FROM conversations WHERE title LIKE ? LIMIT 700', ['%ea'])
  const left = rows + 1 - 700
  expectValue(await watchCommit(connection, reader), [left, left + 1], 'watchCommit()')
  // A locked row is still there.
  await using other = await server.session()
  await other.beginTransaction()
  await other.query('SELECT id FROM conversations WHERE id = -1 FOR UPDATE')
  expectValue(await watchCommit(connection, reader), [left + 1, left + 2], 'watchCommit()')
  await other.rollback()
  await expectCountedAmongOthers(lab, left + 2)
})

test('keeps the new conversation, and nothing else', async (lab) => {
  const { chat, connection, connect, server } = lab
  const reader = await connect()
  // Its clock shows another hour.
  await setUnusually(lab)
  const call = async () => {
    await watchCommit(connection, reader)
    if (inFlight(connection) > 0) throw mistake('not-committed')
  }
  const { expectNow } = await betweenNow(server, call, connection)
  const rows = await server.query<ConversationRow>('SELECT * FROM conversations ORDER BY id')
  if (rows.length === chat.conversations.length) throw mistake('not-committed')
  const known = new Set(chat.conversations.map(({ id }) => id))
  const old = rows.filter(({ id }) => known.has(id))
  expectRows(old, chat.conversations, 'conversations')
  expectValue(rows.length, chat.conversations.length + 1, 'conversations')
  const added = rows.find(({ id }) => !known.has(id))!
  expectValue(added.is_archived, 0, 'conversations.is_archived')
  expectNow(added.created_at, 'conversations.created_at')
  expectNow(added.updated_at, 'conversations.updated_at')
  const messages = await server.query('SELECT * FROM messages ORDER BY id')
  expectRows(messages, chat.messages, 'messages')
})

test('leaves both connections as they were', async ({ asItIs, connection, connect }) => {
  const reader = await connect()
  await setUnusually({ asItIs, connection }, "transaction_isolation = 'SERIALIZABLE'")
  await setUnusually({ asItIs, connection: reader }, "transaction_isolation = 'READ-COMMITTED'")
  const before = [await settingsOf(connection), await settingsOf(reader)]
  await watchCommit(connection, reader)
  const after = [await settingsOf(connection), await settingsOf(reader)]
  if (/read-uncommitted/i.test(after[1]!))
    throw mistake('read-uncommitted', { expected: before, seen: after })
  expectValue(after, before, '@@autocommit, @@transaction_isolation')
  if (await hasOpenTransaction(connection)) throw mistake('not-committed')
  if (await hasOpenTransaction(reader)) throw mistake('reader-in-transaction')
})

test('rolls back and throws when the reader is lost', async (lab) => {
  const { chat, connection, connect, server } = lab
  const reader = await connect()
  reader.on('error', () => {})
  await setUnusually(lab)
  await server.kill(reader)
  expectThrown(await outcomeOf(watchCommit(connection, reader)))
  await expectNoneOpen(connection)
  expectValue((await conversations(lab)).length, chat.conversations.length, 'conversations')
})

test('throws whatever else fails, and leaves no transaction open', async (lab) => {
  const { chat, connect, connection } = lab
  const reader = await connect()
  const call = (writer: Connection) => watchCommit(writer, reader)
  const expectClosed = async (writer: Connection) => {
    await expectNoneOpen(writer)
    if (await hasOpenTransaction(reader)) throw mistake('reader-in-transaction')
  }
  await provokeErrors(lab, 'INSERT ON conversations', call, { afterwards: expectClosed })
  await provokeErrors(lab, 'conversations', call, { afterwards: expectClosed })
  expectValue((await conversations(lab)).length, chat.conversations.length, 'conversations')
  await loseAtEachStatement(lab, call)
  await loseAtEachStatement(
    lab,
    (lost) => watchCommit(connection, lost),
    () => expectNoneOpen(connection),
  )
})

// --- internal ---

const conversations = ({ server }: Lab) => server.query('SELECT id FROM conversations')

function expectThrown(outcome: Outcome<unknown>): void {
  if (outcome !== 'late' && 'value' in outcome)
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: outcome.value })
}

async function expectNoneOpen(connection: Connection): Promise<void> {
  if (await hasOpenTransaction(connection)) throw mistake('transaction-left-open')
}

/** Others add a conversation after each of the writer's statements, and after each count. @param rows that are there */
async function expectCountedAmongOthers(lab: Lab, rows: number): Promise<void> {
  const { connect, server } = lab
  const [writer, reader] = [await connect(), await connect()]
  let added = 0
  const counted: number[] = []
  const add = async () => {
    await server.query("INSERT INTO conversations (title) VALUES ('of another')")
    added += 1
  }
  using _writer = writeInBetween(writer, add)
  using _reader = writeInBetween(reader, async (sql) => {
    if (!/\bconversations\b/i.test(sql)) return
    counted.push(added)
    await add()
  })
  const seen = await watchCommit(writer, reader)
  // A statement that the code has prepared itself is not seen here.
  if (counted.length < 2) return
  const expected = [rows + counted[0]!, rows + 1 + counted.at(-1)!]
  if (seen?.[0] === expected[0] && seen[1] !== expected[1])
    throw mistake('counted-once', { expected, seen })
  expectValue(seen, expected, 'watchCommit()')
}

/** What the log says about a call: how often and when which connection was asked. */
function nameOf(
  statements: readonly Statement[],
  writer: number,
  reader: number,
  same: boolean,
): string | undefined {
  const sent = statements.filter(({ command }) => command === 'Query' || command === 'Execute')
  const from = (thread: number, pattern: RegExp) =>
    sent.flatMap((one, index) =>
      Number(one.thread) === thread && pattern.test(one.sql) ? [index] : [],
    )
  if (sent.some(({ sql }) => /read[\s-]+uncommitted/i.test(sql))) return 'read-uncommitted'
  const counts = from(reader, /\bconversations\b/i)
  const own = from(writer, /^\s*select\b[^]*\bconversations\b/i)
  const [inserted = -1] = from(writer, /^\s*insert\b/i)
  const [committed] = from(writer, /^\s*commit\b/i)
  if (inserted === -1) return undefined
  if (counts.length === 0) return 'same-connection'
  if (counts.length === 1) return own.length > 0 ? 'same-connection' : 'counted-once'
  if (begins(sent.filter(({ thread }) => Number(thread) === writer)).length === 0)
    return 'no-transaction'
  const readerBegins = begins(sent.filter(({ thread }) => Number(thread) === reader)).length > 0
  // A transaction for each count is right; one for both shows the same number twice.
  if (readerBegins && same) return 'reader-in-transaction'
  if (committed === undefined) return 'not-committed'
  return counts.some((index) => index > inserted && index < committed)
    ? undefined
    : 'counted-too-early'
}
