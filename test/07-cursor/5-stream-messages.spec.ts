import type { Connection } from 'mysql2/promise'
import type { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { streamMessages, type Message } from '#exercise/07-cursor/5-stream-messages'
import {
  byTest,
  coresOf,
  exercise,
  expectOnlyCommitted,
  expectRows,
  expectValue,
  holdClock,
  inTime,
  limitOf,
  mistake,
  onSending,
  passAMinute,
  provokeErrors,
  releaseClock,
  resetConnection,
  setUnusually,
  expectTransactionLeft,
  expectTransactionLeftOnError,
  type Core,
  type Lab,
  type Settled,
} from '#support'
import { bytesRead } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

/** An answer may ask for each row separately. */
const manyTrips = { timeout: 15_000 }

test('yields the messages of the conversation in the order of their ids', async (lab) => {
  await setUnusually(lab)
  const { chat, connection, random, server } = lab
  const conversation = random.pick(chat.conversations.slice(0, -1)).id
  // The later the id, the earlier the time, and all of it in the future: only the ids give the order.
  await server.query(
    "UPDATE messages SET timestamp = DATE_SUB('2037-03-01 10:00:00', INTERVAL id SECOND)",
  )
  const newest = chat.messages.at(-1)!.id
  const odd = ['', '  spaces at both ends\r\n ', 'cafe\u0301', 'a\0b'].map((content, n) => ({
    // The first id of a table, and some beyond all others.
    id: n === 0 ? 1 : newest + n,
    conversation_id: conversation,
    sender: 'ai' as const,
    content,
  }))
  await server.query('INSERT INTO messages (id, conversation_id, sender, content) VALUES ?', [
    odd.map((row) => Object.values(row)),
  ])
  const own = [...chat.messages, ...odd]
    .filter((row) => row.conversation_id === conversation)
    .toSorted((a, b) => a.id - b.id)
  const expected = own.map(({ id, sender, content }) => ({ id, sender, content }))
  const seen = await collect(streamMessages(connection, conversation))
  if (seen.length > expected.length) throw mistake('all-conversations', { expected, seen })
  if (seen.length === expected.length && seen.some(({ id }, index) => id !== expected[index]!.id)) {
    throw mistake('not-in-order', { expected, seen })
  }
  expectRows(seen, expected, 'streamMessages()')
  // Stored in the opposite order: they come in that of the ids only if it is asked for.
  await server.query('ALTER TABLE messages DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC)')
  const again = await collect(streamMessages(connection, conversation))
  if (again.length === expected.length && again[0]!.id !== expected[0]!.id)
    throw mistake('not-in-order', { expected, seen: again })
  // Several may be read at once, in turns.
  const other = await lab.connect()
  const both = [connection, other].map((one) => streamMessages(one, conversation))
  const turns: unknown[][] = [[], []]
  for (let row = 0; row < expected.length; row++)
    for (const [place, rows] of both.entries()) turns[place]!.push((await rows.next()).value)
  for (const rows of both) await rows.return()
  const limit = await limitOf(
    server,
    () => collect(streamMessages(connection, conversation)),
    (rows) =>
      server.query(
        `INSERT INTO messages (conversation_id, sender, content)
         WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 150)
         SELECT ?, 'ai', 'one of many' FROM n JOIN n AS m LIMIT ?`,
        [conversation, rows],
      ),
  )
  if (limit) throw mistake('one-page-only', { expected: 'no LIMIT', seen: limit })
  for (const turn of turns) expectRows(turn, expected, 'streamMessages()')
})

test('yields a separate object for each message', async ({ chat, connection, server }) => {
  const conversation = chat.conversations[0]!.id
  const seen: Message[] = []
  for await (const message of streamMessages(connection, conversation)) seen.push(message)
  const own = chat.messages.filter((row) => row.conversation_id === conversation)
  const expected = own.map(({ id, sender, content }) => ({ id, sender, content }))
  if (new Set(seen).size < seen.length) throw mistake('same-object', { expected, seen })
  expectRows(seen, expected, 'streamMessages()')
  // One that somebody else is changing is still there.
  await expectOnlyCommitted(
    server,
    `UPDATE messages SET content = 'Not yet' WHERE id = ${seen[0]!.id}`,
    () => collect(streamMessages(connection, conversation)),
  )
})

test("leaves the caller's transaction open", async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const none = lab.chat.conversations.at(-1)!.id
  await expectTransactionLeft(lab, () => collect(streamMessages(lab.connection, none)))
  // Nor does it end when the loop is left early.
  await expectTransactionLeft(lab, async () => {
    for await (const _message of streamMessages(lab.connection, id)) break
  })
  await expectTransactionLeftOnError(lab, () => collect(streamMessages(lab.connection, id)))
})

test('yields nothing for a conversation without messages', async (lab) => {
  const { chat, connection, server } = lab
  // Nor for an id that is none; but one below zero is one.
  expectRows(
    await collect(streamMessages(connection, chat.conversations[0]!.id + 0.5)),
    [],
    'streamMessages()',
  )
  await server.query('INSERT INTO conversations (id) VALUES (-5)')
  const message = { id: 900_000, sender: 'ai' as const, content: 'below zero' }
  await server.query('INSERT INTO messages (id, conversation_id, sender, content) VALUES (?)', [
    [message.id, -5, message.sender, message.content],
  ])
  expectRows(await collect(streamMessages(connection, -5)), [message], 'streamMessages()')
  expectRows(
    await collect(streamMessages(connection, chat.conversations.at(-1)!.id)),
    [],
    'streamMessages()',
  )
})

test('takes the rows from the server as they are used, not all at once', async (lab) => {
  const conversation = await fillWithMuch(lab)
  const before = bytesRead(lab.connection)
  const sent: string[] = []
  onSending(lab.connection, (sql) => sent.push(sql))
  const rows = streamMessages(lab.connection, conversation)
  expectValue(sent, [], 'SQL before next()')
  await next(rows)
  const seen = (await bytesAtRest(lab.connection)) - before
  await inTime(rows.return())
  // What is between the sender and the loop (the driver's and the system's buffers) is small compared with the whole.
  if (seen > many * size * 0.6)
    throw mistake('buffers-all', { expected: `< ${many * size * 0.6} bytes`, seen })
})

test(
  'yields all rows of a large conversation',
  async (lab) => {
    const conversation = await fillWithMuch(lab)
    let seen = 1
    const rows = streamMessages(lab.connection, conversation)
    {
      // The loop may take its time.
      using _ = holdClock({ driver: true })
      await next(rows)
      await passAMinute()
      releaseClock()
    }
    for await (const { content } of rows) seen += content.length > size ? 1 : 0
    if (seen < many && seen % 10 === 0) throw mistake('one-page-only', { expected: many, seen })
    expectValue(seen, many, 'streamMessages()')
  },
  manyTrips,
)

test('leaves the connection usable when the loop is left early', async (lab) => {
  const conversation = await fillWithMuch(lab)
  const rows = streamMessages(lab.connection, conversation)
  await next(rows)
  await inTime(rows.return())
  const answer = await inTime(lab.connection.query(byTest('SELECT 1 AS one')))
  if (answer === 'late') throw mistake('connection-stuck')
  if ('error' in answer) throw mistake('connection-closed', { seen: answer.error })
})

test(
  'throws when the connection is lost halfway',
  async (lab) => {
    const conversation = await fillWithMuch(lab)
    for (const lose of [lab.server.kill, resetConnection]) {
      const connection = await lab.connect()
      connection.on('error', () => {})
      const rows = streamMessages(connection, conversation)
      await next(rows)
      await lose(connection)
      const rest = await restOf(rows)
      if (rest === 'late') throw mistake('lost-connection-unnoticed')
      // Everything that was sent before may still arrive; but to end with rows missing is a lie.
      if ('value' in rest && rest.value.length + 1 < many)
        await blame(connection, rest.value.length + 1)
    }
  },
  manyTrips,
)

test('throws when the connection was already lost', async ({ chat, connection, server }) => {
  connection.on('error', () => {})
  await server.kill(connection)
  // The driver notices a moment later.
  await connection.ping().catch(() => {})
  const outcome = await inTime(collect(streamMessages(connection, chat.conversations[0]!.id)))
  if (outcome === 'late') throw mistake('lost-connection-unnoticed')
  if ('value' in outcome)
    throw mistake('swallows-errors', { expected: 'an error: the connection is lost', ...outcome })
  const { message, name } = outcome.error as Error
  // A caller can do nothing with an error about a stream that was never made.
  if (message === 'TODO' || name === 'TypeError') throw outcome.error
})

test('throws when the server rejects the query', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  await provokeErrors(lab, 'messages.content', (given) => collect(streamMessages(given, id)))
})

test(
  'throws when the server aborts the query',
  async (lab) => {
    const conversation = await fillWithMuch(lab)
    const rows = streamMessages(lab.connection, conversation)
    await next(rows)
    await lab.server.query(`KILL QUERY ${lab.connection.threadId}`)
    const rest = await restOf(rows)
    if (rest === 'late') throw mistake('lost-connection-unnoticed')
    if ('value' in rest && rest.value.length + 1 < many) {
      throw mistake('swallows-errors', {
        expected: 'ER_QUERY_INTERRUPTED (1317)',
        seen: `${rest.value.length + 1} rows`,
      })
    }
  },
  manyTrips,
)

test(
  'skips nothing when rows it has yielded are deleted in the meantime',
  async (lab) => {
    const conversation = await fillWithMuch(lab)
    const [row] = await lab.server.query<{ first: number; last: number }>(
      'SELECT MIN(id) AS first, MAX(id) AS last FROM stored_messages WHERE conversation_id = ?',
      [conversation],
    )
    const [ahead, last] = [row!.first + 100, row!.last]
    const seen: number[] = []
    for await (const { id } of streamMessages(lab.connection, conversation)) {
      if (seen.length < 3) await lab.server.query('DELETE FROM stored_messages WHERE id = ?', [id])
      seen.push(id)
      // One that is still to come: whether it comes depends on when the rows are read.
      if (id === ahead) await lab.server.query('DELETE FROM stored_messages WHERE id = ?', [id + 7])
    }
    if (seen.at(-1) !== last)
      throw mistake('one-page-only', { expected: `the last id is ${last}`, seen: seen.at(-1) })
    if (!seen.includes(ahead + 7)) seen.push(ahead + 7)
    if (seen.length < many)
      throw mistake(seen.length > many - 9 ? 'offset-paging' : 'one-page-only', {
        expected: many,
        seen: seen.length,
      })
  },
  manyTrips,
)

test('leaves no listener on the connection, even when left early', async ({
  chat,
  connection,
  server,
}) => {
  // The caller's own one stays.
  connection.on('error', () => {})
  const before = connection.listenerCount('error')
  const [core] = coresOf(connection) as [Core]
  const beneath = listenersOf(core)
  const conversation = chat.messages[0]!.conversation_id
  await collect(streamMessages(connection, conversation))
  for await (const _message of streamMessages(connection, conversation)) break
  await server.query('RENAME TABLE messages TO gone')
  await collect(streamMessages(connection, conversation)).catch(() => {})
  const seen = connection.listenerCount('error')
  if (seen > before) throw mistake('listener-left', { expected: before, seen })
  expectValue(seen, before, "connection.listenerCount('error')")
  // Nor one on what is beneath, which lives as long.
  const left = listenersOf(core)
  if (left > beneath) throw mistake('listener-left', { expected: beneath, seen: left })
  expectValue(left, beneath, 'connection.connection.listenerCount()')
})

// --- internal ---

/** Rows in the large conversation, and bytes in each. 15 MB: more than all buffers in between can hold. */
const many = 500
const size = 30_000

/** A view in place of the table makes each message long without storing that much. */
async function fillWithMuch({ chat, server }: Lab): Promise<number> {
  const conversation = chat.conversations.at(-1)!.id
  await server.query(
    `INSERT INTO messages (conversation_id, sender, content)
     WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     SELECT ?, 'ai', CONCAT('message ', i) FROM n`,
    [many, conversation],
  )
  await server.query('RENAME TABLE messages TO stored_messages')
  await server.query(
    `CREATE VIEW messages AS SELECT id, conversation_id, sender,
     CONCAT(content, ' ', REPEAT('.', ${size})) AS content, timestamp FROM stored_messages`,
  )
  return conversation
}

async function collect(rows: AsyncIterable<Message>): Promise<Message[]> {
  const all: Message[] = []
  for await (const row of rows) all.push({ ...row })
  return all
}

async function next(rows: AsyncGenerator<Message>) {
  const { done } = await rows.next()
  if (done) expectValue(0, many, 'streamMessages()')
}

/** How many listen to mysql2's own connection, and to the end of its socket. */
function listenersOf(core: Core): number {
  const socket = core.stream as unknown as EventEmitter
  const own = (core as unknown as EventEmitter).eventNames()
  return [
    ...own.map((name) => core.listenerCount(name as string)),
    ...['close', 'end', 'error'].map((name) => socket.listenerCount(name)),
  ].reduce((sum, count) => sum + count, 0)
}

/** All rows that are left; late when one of them does not come, however long all of them take together. */
async function restOf(rows: AsyncGenerator<Message>): Promise<Settled<Message[]> | 'late'> {
  const all: Message[] = []
  for (;;) {
    const row = await inTime(rows.next())
    if (row === 'late' || 'error' in row) return row
    if (row.value.done) return { value: all }
    all.push(row.value.value)
  }
}

/** Fewer rows and no error: is it the end of a page, or a swallowed error? */
async function blame(connection: Connection, rows: number) {
  const alive = await inTime(connection.ping())
  if (alive !== 'late' && 'value' in alive) return
  throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: `${rows} rows` })
}

/** What has come over this connection, once nothing more arrives unasked: three looks in a row see the same. */
async function bytesAtRest(connection: Connection): Promise<number> {
  for (let last = -1, same = 0; ;) {
    const now = bytesRead(connection)
    same = now === last ? same + 1 : 0
    if (same === 3) return now
    last = now
    await delay(40)
  }
}
