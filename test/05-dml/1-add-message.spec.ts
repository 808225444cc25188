import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { addMessage } from '#exercise/05-dml/1-add-message'
import {
  betweenNow,
  byTest,
  exercise,
  expectRows,
  expectValue,
  mistake,
  provokeErrors,
  refuseByNumber,
  writeInBetween,
  type Lab,
} from '#support'
import {
  asText,
  expectCommitted,
  expectNone,
  expectRefused,
  expectText,
  idsThatAreNone,
  readTables,
  watch,
} from './probes.ts'
import { addTwin } from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('writes the message as it was given', async (lab) => {
  for (const sender of ['user', 'ai'] as const) {
    const message = newMessage(lab, { sender })
    const before = await readTables(lab.server)
    const { expectNow } = await betweenNow(lab.server, () => add(lab, message))
    await expectCommitted(lab)
    const after = await readTables(lab.server)
    const added = after.messages.filter(({ id }) => before.messages.every((row) => row.id !== id))
    const seen = added.map((row) => ({
      conversationId: row.conversation_id,
      sender: row.sender,
      content: row.content,
    }))
    if (seen[0] && seen[0].sender !== sender) {
      throw mistake('sender-left-out', { expected: message, seen: seen[0] })
    }
    expectRows(seen, [message], 'messages')
    const { timestamp } = added[0] as { timestamp?: string }
    expectNow(timestamp, 'messages.timestamp')
  }
  // What is said twice is two messages.
  const message = newMessage(lab)
  const ids = [await add(lab, message), await add(lab, message)]
  // And two at once are two.
  const others = lab.chat.conversations
    .slice(0, 2)
    .map(({ id: conversationId }) => newMessage(lab, { conversationId }))
  const labs = [lab, { ...lab, connection: await lab.connect() }]
  await Promise.all(others.map((one, index) => add(labs[index]!, one)))
  for (const { conversationId, content } of others) {
    const seen = await lab.server.query(
      'SELECT conversation_id AS conversationId, content FROM messages WHERE content = ?',
      [content],
    )
    expectRows(seen, [{ conversationId, content }], 'messages')
  }
  const { content } = message
  const said = await lab.server.query(
    'SELECT id, content FROM messages WHERE content = ? ORDER BY id',
    [content],
  )
  const texts = said.map((row) => ({ content: row.content }))
  expectRows(texts, [{ content }, { content }], 'messages')
  for (const [index, { id }] of said.entries()) expectValue(ids[index], id, 'addMessage()')
})

test('returns the id of the new message, even while others are writing', async (lab) => {
  const message = newMessage(lab)
  // The ids to come are long, and the newest message is gone: its id does not come back.
  const [kept, gone] = [2_000_000_000, 2_000_000_005]
  await lab.server.query('INSERT INTO messages (id, conversation_id, sender, content) VALUES ?', [
    [kept, gone].map((id) => [id, message.conversationId, 'ai', 'Hi']),
  ])
  await lab.server.query('DELETE FROM messages WHERE id = ?', [gone])
  const other = { ...lab, connection: await lab.connect() }
  const there = lab.chat.conversations.find(({ id }) => id !== message.conversationId)!.id
  await using outside = await lab.server.session()
  const theirs: number[] = []
  const { connection } = watch(lab.connection, async () => {
    await somebodyElseWrites(lab, message.conversationId)
    // The same text in the same conversation, too.
    if (await isFree(lab, message.conversationId)) {
      const [{ insertId }] = await outside.query<ResultSetHeader>(
        'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
        [message.conversationId, message.sender, message.content],
      )
      theirs.push(insertId)
    }
    // The same text, by way of the same function.
    await add(other, { ...message, conversationId: there })
  })
  const seen: unknown = await add({ ...lab, connection }, message)
  const rows = await lab.server.query<{ id: number; content: string; conversation_id: number }>(
    'SELECT id, content, conversation_id FROM messages ORDER BY id DESC',
  )
  const isOwn = (row: (typeof rows)[number]) =>
    row.content === message.content &&
    row.conversation_id === message.conversationId &&
    !theirs.includes(row.id)
  const expected = rows.find(isOwn)?.id
  if (expected !== undefined && expected <= gone) expectValue(expected, `> ${gone}`, 'messages.id')
  if (seen === expected) return
  const others = rows.filter(({ id }) => id > (expected ?? 0))
  const isNewer = others.some(({ id }) => id === seen)
  throw mistake(isNewer ? 'max-id' : 'not-the-id', { expected, seen: seen ?? 'undefined' })
})

test("moves the conversation's updated_at to now, by the server's clock", async (lab) => {
  // A driver and a session in two different time zones, and a program whose clock is two days ahead.
  const connection = await lab.connect({ timezone: '+05:00' })
  const ago = await lab.server.query<{ at: string }>('SELECT NOW() - INTERVAL 30 SECOND AS at')
  // Long ago, or by a clock that was wrong, far ahead; or half a minute ago.
  const times = ['2014-01-01 00:00:00', '2037-01-01 00:00:00', ago[0]!.at]
  for (const [index, hours] of [3, 9, 3].entries()) {
    const { id: conversationId } = lab.chat.conversations[index + 1]!
    const updated_at = times[index]!
    // This message was written by a clock that was wrong, too.
    await lab.server.query(
      "INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (?, 'ai', 'Hi', ?)",
      [conversationId, '2036-01-01 00:00:00'],
    )
    // And so was the conversation.
    await lab.server.query('UPDATE conversations SET updated_at = ?, created_at = ? WHERE id = ?', [
      updated_at,
      '2037-01-01 00:00:00',
      conversationId,
    ])
    await connection.query(byTest(`SET time_zone = '+0${hours}:00'`))
    await lab.asItIs()
    const message = newMessage(lab, { conversationId })
    const { isNow, expectNow, expected } = await betweenNow(lab.server, () =>
      add({ ...lab, connection }, message),
    )
    const [row] = await lab.server.query<{ updated_at: string; off: number }>(
      `SELECT updated_at, TIMESTAMPDIFF(SECOND, NOW(), updated_at) AS off
       FROM conversations WHERE id = ?`,
      [conversationId],
    )
    if (isNow(row!.updated_at)) {
      const [own] = await lab.server.query<{ timestamp: string }>(
        'SELECT timestamp FROM messages WHERE content = ?',
        [message.content],
      )
      expectNow(own?.timestamp, 'messages.timestamp')
      continue
    }
    const details = { expected, seen: row!.updated_at }
    if (row!.updated_at === updated_at) throw mistake('parent-not-touched', details)
    const off = Number(row!.off)
    if (Math.abs(off + hours * 3600) < 60) throw mistake('utc-in-session', details)
    if (off > 86_400 && off < 4 * 86_400) throw mistake('clients-clock', details)
    expectNow(row!.updated_at, 'conversations.updated_at')
  }
  await expectNotBefore(lab)
})

test('leaves everything else alone', async (lab) => {
  // An archived one and an active one, with the same title, and one whose title nobody has chosen.
  await lab.server.query('INSERT INTO conversations (id) VALUES (999), (-5)')
  // Others have written at this very moment, too.
  await lab.server.query(
    "INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', 'Hi' FROM conversations",
  )
  for (const { id } of [...lab.chat.conversations.slice(1, 3), { id: 999 }, { id: -5 }]) {
    await addTwin(lab, id)
    const before = await readTables(lab.server)
    // Others say the same.
    const { content } = lab.chat.messages.find((row) => row.conversation_id !== id)!
    await add(lab, newMessage(lab, { conversationId: id, content }))
    const after = await readTables(lab.server)
    const others = (row: { id: number }) => row.id !== id
    const seen = after.conversations.filter(others)
    const expected = before.conversations.filter(others)
    if (JSON.stringify(seen) !== JSON.stringify(expected)) {
      throw mistake('touches-all', { expected, seen })
    }
    const withoutTime = (rows: object[]) => rows.map((row) => ({ ...row, updated_at: '' }))
    expectRows(withoutTime(after.conversations), withoutTime(before.conversations), 'conversations')
    const old = new Set(before.messages.map((row) => row.id))
    expectRows(
      after.messages.filter((row) => old.has(row.id)),
      before.messages,
      'messages',
    )
  }
  for (const conversationId of idsThatAreNone) {
    const message = newMessage(lab, { conversationId })
    await addMessage(lab.connection, message).catch(() => {})
    const seen = await lab.server.query('SELECT conversation_id FROM messages WHERE content = ?', [
      message.content,
    ])
    expectNone(conversationId, seen)
  }
})

test('resolves only when everything is written', async (lab) => {
  const { connection, underWay } = watch(lab.connection)
  await add({ ...lab, connection }, newMessage(lab))
  // What waits for the end of the call is sent by then.
  await new Promise((resolve) => setImmediate(resolve))
  if (underWay.size === 0) return
  const seen = underWay.size
  await Promise.allSettled(underWay)
  throw mistake('not-awaited', { expected: 0, seen })
})

test('writes every text exactly, character by character', async (lab) => {
  const texts = lab.random.hostile('text')
  const [longAgo, first] = ['2014-01-01 00:00:00', 5000]
  await lab.server.query('INSERT INTO conversations (id, updated_at) VALUES ?', [
    texts.map((_, index) => [first + index, longAgo]),
  ])
  for (const [index, content] of texts.entries()) {
    const sender = index % 2 === 0 ? 'user' : 'ai'
    const message = newMessage(lab, { conversationId: first + index, sender, content })
    const id = await add(lab, message)
    const [row] = await lab.server.query<{ content: string }>(
      'SELECT content FROM messages ORDER BY id DESC LIMIT 1',
    )
    if (content === '' && row!.content !== '')
      throw mistake('empty-text', { expected: '', seen: row!.content })
    expectText(row!.content, content)
    const [named] = await lab.server.query('SELECT content FROM messages WHERE id = ?', [id])
    if (named?.content !== content) throw mistake('not-the-id', { seen: id })
  }
  // Each of them moves its conversation.
  const [held] = await lab.server.query<{ id: number }>(
    'SELECT id FROM conversations WHERE id >= ? AND updated_at = ?',
    [first, longAgo],
  )
  if (held) throw mistake('parent-not-touched', { expected: texts[held.id - first], seen: longAgo })
})

test('treats quotes and backslashes as text', async (lab) => {
  const word = lab.random.word()
  for (const content of [`O'${word}`, `"${word}"`, `${word}\\`, `\\'${word}`, `?${word}`]) {
    const message = newMessage(lab, { content })
    await add(lab, message)
    const rows = await lab.server.query('SELECT content FROM messages WHERE content = ?', [content])
    expectRows(rows, [{ content }], 'messages')
  }
  // The server refuses this sender as a value, not as SQL.
  const sender = "a'i" as never
  const ask = () => asText(sender, addMessage(lab.connection, newMessage(lab, { sender })))
  await expectRefused(ask, 'WARN_DATA_TRUNCATED (1265)', 1265)
})

test('changes nothing when the server rejects the message', async (lab) => {
  // The last message over this connection was a good one.
  await add(lab, newMessage(lab))
  await lab.server.query("UPDATE conversations SET updated_at = '2014-01-01 00:00:00'")
  const before = await readTables(lab.server)
  const nowhere = newMessage(lab, { conversationId: 999_999 })
  const tooLong = newMessage(lab, { content: 'ж'.repeat(32_768) })
  const oneMore = newMessage(lab, { content: 'x'.repeat(65_536) })
  const robot = newMessage(lab, { sender: 'robot' as never })
  for (const [message, reason, errno] of [
    [robot, 'WARN_DATA_TRUNCATED (1265)', 1265],
    [nowhere, 'ER_NO_REFERENCED_ROW_2 (1452)', 1452],
    [tooLong, 'ER_DATA_TOO_LONG (1406)', 1406],
    [oneMore, 'ER_DATA_TOO_LONG (1406)', 1406],
  ] as const) {
    await expectRefused(() => addMessage(lab.connection, message), reason, errno)
    const after = await readTables(lab.server)
    if (JSON.stringify(after.conversations) !== JSON.stringify(before.conversations)) {
      throw mistake('touches-first', { expected: before.conversations, seen: after.conversations })
    }
    expectRows(after.messages, before.messages, 'messages')
  }
  const ask = (given: Connection) => addMessage(given, newMessage(lab))
  await provokeErrors(lab, 'INSERT ON messages', ask, { otherwise: 'error-replaced' })
  const after = await readTables(lab.server)
  if (JSON.stringify(after.conversations) !== JSON.stringify(before.conversations)) {
    throw mistake('touches-first', { expected: before.conversations, seen: after.conversations })
  }
  expectRows(after.messages, before.messages, 'messages')
  await provokeErrors(lab, 'UPDATE ON conversations', ask, { otherwise: 'error-replaced' })
  await refuseByNumber(lab, ask)
  // One call adds one message at most, however often it tries.
  const twice = await lab.server.query(
    `SELECT content, COUNT(*) AS times FROM messages WHERE id NOT IN (?)
     GROUP BY CAST(content AS BINARY), content HAVING times > 1`,
    [before.messages.map(({ id }) => id)],
  )
  expectRows(twice, [], 'messages')
})

// --- internal ---

type Message = Parameters<typeof addMessage>[1]

function newMessage({ chat, random }: Lab, given: Partial<Message> = {}): Message {
  return {
    conversationId: random.pick(chat.conversations).id,
    sender: 'ai',
    content: `${random.text()} ${random.word()}`,
    ...given,
  }
}

async function add({ connection }: Lab, message: Message): Promise<number> {
  const [before, keys] = [{ ...message }, Reflect.ownKeys(message)]
  const id = await asText(message.content, addMessage(connection, message))
  expectValue(message, before, 'message')
  expectValue(Reflect.ownKeys(message), keys, 'Reflect.ownKeys(message)')
  expectValue(Object.isFrozen(message), false, 'Object.isFrozen(message)')
  return id
}

/**
 * Fails if the conversation moves to a time before its new message: the time was asked for first, and what followed had to
 * wait for another session. The wait is an hour on the clock of this session; SYSDATE() goes by another one.
 */
async function expectNotBefore(lab: Lab): Promise<void> {
  const { connection } = lab
  const sent: string[] = []
  const message = newMessage(lab)
  {
    using _waits = writeInBetween(connection, async (sql) => {
      const isFirst = sent.every((one) => !/^\s*select\b|\b(insert|update)\b/i.test(one))
      sent.push(sql)
      if (isFirst && /^\s*select\b/i.test(sql))
        await connection.query(byTest('SET timestamp = UNIX_TIMESTAMP() + 3600'))
    })
    await add(lab, message)
  }
  await connection.query(byTest('SET timestamp = DEFAULT'))
  if (/sysdate/i.test(sent.join())) return
  const [row] = await lab.server.query<Record<'updated_at' | 'timestamp', string>>(
    `SELECT updated_at, timestamp FROM messages m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.content = ?`,
    [message.content],
  )
  const { updated_at, timestamp } = row!
  if (updated_at < timestamp) expectValue(updated_at, `>= ${timestamp}`, 'conversations.updated_at')
}

/** Another user adds a message here and there; here only if nobody has locked the conversation. */
async function somebodyElseWrites({ chat, random, server }: Lab, here: number): Promise<void> {
  const there = chat.conversations.find(({ id }) => id !== here)!.id
  const insert = (id: number) =>
    server.query("INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)", [
      id,
      random.text(),
    ])
  await insert(there)
  if (await isFree({ server }, here)) await insert(here)
}

/** Has nobody locked the conversation? */
function isFree({ server }: Pick<Lab, 'server'>, id: number): Promise<boolean> {
  return server
    .query('SELECT id FROM conversations WHERE id = ? FOR SHARE NOWAIT', [id])
    .then(() => true)
    .catch(() => false)
}
