import { watchCommit } from '#exercise/06-connection/3-watch-commit'
import { exercise, expectValue, mistake, type Lab, type Statement } from '#support'
import { begins, hasOpenTransaction, outcomeOf, readable, settingsOf } from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('counts the old rows before the commit and one more after it', async (lab) => {
  const { chat, connection, connect, server } = lab
  const reader = await connect()
  const rows = chat.conversations.length
  const seen = await watchCommit(connection, reader)
  const statements = await server.statements()
  const expected = [rows, rows + 1]
  const same = Array.isArray(seen) && seen[0] === seen[1]
  const wrong = nameOf(statements, connection.threadId, reader.threadId, same)
  if (wrong)
    throw mistake(wrong, { expected, seen: [...readable(statements), JSON.stringify(seen)] })
  if (Array.isArray(seen) && seen.some((one) => typeof one === 'object')) {
    throw mistake('rows-not-numbers', { expected, seen })
  }
  expectValue(seen, expected, 'watchCommit()')
})

test('counts right however many rows others add', async (lab) => {
  const { chat, connection, connect, random, server } = lab
  const others = random.int(3, 9)
  const titles = Array.from({ length: others }, () => [random.title()])
  await server.query('INSERT INTO conversations (title) VALUES ?', [titles])
  const rows = chat.conversations.length + others
  expectValue(await watchCommit(connection, await connect()), [rows, rows + 1], 'watchCommit()')
})

test('keeps the new conversation, and that one alone', async (lab) => {
  const { chat, connection, connect, server } = lab
  await watchCommit(connection, await connect())
  const rows = await server.query<{ id: number }>('SELECT id FROM conversations')
  if (rows.length === chat.conversations.length) throw mistake('not-committed')
  expectValue(rows.length, chat.conversations.length + 1, 'conversations')
  expectValue(
    Number((await server.query('SELECT COUNT(*) AS n FROM messages'))[0]!.n),
    chat.messages.length,
    'messages',
  )
})

test('leaves both connections as they were', async ({ connection, connect }) => {
  const reader = await connect()
  const before = await settingsOf(reader)
  await watchCommit(connection, reader)
  const after = await settingsOf(reader)
  if (/read-uncommitted/i.test(after))
    throw mistake('read-uncommitted', { expected: before, seen: after })
  expectValue(after, before, '@@autocommit, @@transaction_isolation')
  expectValue(await settingsOf(connection), before, '@@autocommit, @@transaction_isolation')
  if (await hasOpenTransaction(connection)) throw mistake('not-committed')
  if (await hasOpenTransaction(reader)) throw mistake('reader-in-transaction')
})

test('rolls back and throws when the reader is lost', async (lab) => {
  const { chat, connection, connect, server } = lab
  const reader = await connect()
  reader.on('error', () => {})
  await server.kill(reader)
  const outcome = await outcomeOf(watchCommit(connection, reader))
  if (outcome !== 'late' && 'value' in outcome) {
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: outcome.value })
  }
  if (await hasOpenTransaction(connection)) throw mistake('transaction-left-open')
  expectValue((await conversations(lab)).length, chat.conversations.length, 'conversations')
})

// --- internal ---

const conversations = ({ server }: Lab) => server.query('SELECT id FROM conversations')

/** What the log tells of a call: how often and when which connection was asked. */
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
  const counts = from(reader, /^\s*select\b[^]*\bfrom\b/i)
  const [inserted = -1] = from(writer, /^\s*insert\b/i)
  const [committed] = from(writer, /^\s*commit\b/i)
  if (inserted === -1) return undefined
  if (counts.length === 0) return 'same-connection'
  if (counts.length === 1) return 'counted-once'
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
