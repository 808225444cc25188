import { isDeepStrictEqual } from 'node:util'
import { insertMany, type NewMessage } from '#exercise/07-cursor/3-insert-many'
import {
  atOnce,
  byTest,
  exercise,
  expectRows,
  inNoOrder,
  expectValue,
  mistake,
  rowsRead,
  setUnusually,
  writeInBetween,
  provokeErrors,
  expectTransactionLeft,
  betweenNow,
  type Lab,
} from '#support'
import { expectEachThrown, outcomeOf } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('adds the messages to the conversation, in order', async (lab) => {
  const { chat, connection, random, server } = lab
  const { id } = random.pick(chat.conversations)
  const messages = compose(lab, random.int(3, 6))
  const conversations = await server.query('SELECT * FROM conversations ORDER BY id')
  // The list is the caller's, and so are the messages.
  const given = structuredClone(messages)
  // Its clock shows another hour, and 0 is an id like any other.
  await setUnusually(lab, "sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')")
  const call = () => outcomeOf(insertMany(connection, id, given))
  const { result: outcome, expectNow } = await betweenNow(server, call, connection)
  expectValue(given, messages, 'messages')
  expectValue([given, ...given].some(Object.isFrozen), false, 'Object.isFrozen()')
  if ('error' in outcome && (outcome.error as { errno?: number } | null)?.errno === 1064) {
    throw mistake('sql-built-from-strings', { expected: messages, seen: outcome.error })
  }
  if ('error' in outcome) throw outcome.error
  const rows = (await added(lab)).map(({ conversation_id, sender, content }) => ({
    conversation_id,
    sender,
    content,
  }))
  expectRows(
    rows,
    messages.map((message) => ({ conversation_id: id, ...message })),
    'messages',
  )
  const times = await server.query<{ timestamp: string }>(
    'SELECT timestamp FROM messages ORDER BY id DESC LIMIT ?',
    [messages.length],
  )
  for (const { timestamp } of times) expectNow(timestamp, 'messages.timestamp')
  const after = await server.query('SELECT * FROM conversations ORDER BY id')
  expectRows(after, conversations, 'conversations')
})

test('returns their ids, in order', async (lab) => {
  const { chat, connection, random } = lab
  const messages = compose(lab, random.int(3, 6))
  // One digit more within the list.
  await lab.server.query('ALTER TABLE messages AUTO_INCREMENT = 9999')
  using _ = inNoOrder(connection)
  const outcome = await outcomeOf(insertMany(connection, chat.conversations[0]!.id, messages))
  const expected = (await added(lab)).map(({ id }) => id)
  const seen = 'value' in outcome ? outcome.value : []
  const details = { expected, seen }
  if (expected.length === messages.length && Array.isArray(seen)) {
    if (seen.length === 1 && seen[0] === expected[0]) throw mistake('first-id-only', details)
    if (seen.length > 1 && seen.at(-1) === expected[0] && !expected.includes(seen[0]!))
      throw mistake('first-id-as-last', details)
  }
  if ('error' in outcome) throw outcome.error
  expectValue(seen, expected, 'insertMany()')
})

test('stores every text as it is', async (lab) => {
  const { chat, connection, random } = lab
  const { id } = random.pick(chat.conversations)
  // Includes the empty string, and the longest that the column accepts.
  const messages = random
    .hostile('text')
    .map((content): NewMessage => ({ sender: random.pick(['user', 'ai']), content }))
  // And one that has no text, by itself.
  const empty: NewMessage = { sender: 'user', content: '' }
  for (const list of [messages, [empty]]) await insertMany(connection, id, structuredClone(list))
  const rows = (await added(lab)).map(({ sender, content }) => ({ sender, content }))
  expectRows(rows, [...messages, empty], 'messages')
})

test('takes each value by its name', async (lab) => {
  const { chat, connection, random } = lab
  const content = random.text()
  const message = { content, sender: 'ai' as const }
  // What else it has belongs to the caller.
  const more = {
    id: 4_000_000,
    timestamp: '2001-01-01',
    conversation_id: chat.conversations[1]!.id,
  }
  const outcome = await outcomeOf(
    insertMany(connection, chat.conversations[0]!.id, [{ ...more, ...message }]),
  )
  const rows = (await added(lab)).map((row) => ({ content: row.content, sender: row.sender }))
  if ('error' in outcome || rows[0]?.sender === content)
    throw mistake('keys-by-place', {
      expected: message,
      seen: 'error' in outcome ? outcome.error : rows,
    })
  expectRows(rows, [message], 'messages')
})

test('returns the right ids when others add messages at the same moment', async (lab) => {
  const { chat, connection, random, server } = lab
  const own = chat.conversations[0]!.id
  const lists = [compose(lab, 1), compose(lab, 3), compose(lab, 2)]
  const idsOf = async (messages: NewMessage[]) => {
    const rows = await added(lab)
    return messages.map(({ content }) => rows.find((row) => row.content === content)?.id)
  }
  const outcomes = await atOnce(lists.map((list) => () => insertMany(connection, own, list)))
  for (const [index, outcome] of outcomes.entries()) {
    if ('error' in outcome) throw outcome.error
    expectOwnIds(outcome.value, await idsOf(lists[index]!))
  }
  // One of the others writes to the same conversation.
  const message = [own, 'user', `Of another session, ${random.word()}`]
  const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?)'
  using _ = writeInBetween(connection, () => server.query(insert, [message]))
  const last = compose(lab, 2)
  expectOwnIds(await insertMany(connection, own, last), await idsOf(last))
  await expectTogether(lab)
})

test("leaves the caller's transaction open", async (lab) => {
  const { id } = lab.chat.conversations[0]!
  await expectTransactionLeft(lab, () => insertMany(lab.connection, id, compose(lab, 2)))
  await expectTransactionLeft(lab, () => insertMany(lab.connection, 0, compose(lab, 2)))
  await expectSavepointsLeft(lab, () => insertMany(lab.connection, id, compose(lab, 2)))
})

test('lets every error through, whatever it is', async (lab) => {
  const { chat, connection } = lab
  const add = (id: number, messages = compose(lab, 2)) => insertMany(connection, id, messages)
  const { id } = chat.conversations[0]!
  await expectEachThrown({
    'ER_NO_REFERENCED_ROW_2 (1452)': () => add(0),
    'ER_DATA_TOO_LONG (1406)': () => add(id, [{ sender: 'ai', content: 'ё'.repeat(33_000) }]),
  })
  const messages = compose(lab, 2)
  await provokeErrors(lab, 'INSERT ON messages', (given) => insertMany(given, id, messages))
  expectRows(await added(lab), [], 'messages')
})

test('gives each message its own id, even when two say the same thing', async (lab) => {
  const message = { sender: 'user' as const, content: "It's me again" }
  const seen = await insertMany(lab.connection, lab.chat.conversations[0]!.id, [
    message,
    message,
    message,
  ])
  const expected = (await added(lab)).map(({ id }) => id)
  if (new Set(seen).size < 3)
    throw mistake(seen.length === 1 ? 'first-id-only' : 'found-by-content', { expected, seen })
})

test('sends one INSERT for all, and does not look for an id that others may have moved on', async (lab) => {
  const { chat, connection, server } = lab
  // More than four megabytes, which was once as much as a server would take.
  const many = compose(lab, 1010).map(({ sender, content }) => {
    return { sender, content: content.padEnd(4_300, '.') }
  })
  const { result, statements } = await server.observe(() =>
    outcomeOf(insertMany(connection, chat.conversations[0]!.id, many)),
  )
  const sent = rowsRead(statements).map(({ sql }) => sql.trim())
  const inserts = sent.filter((sql) => /^insert\b/i.test(sql))
  if (inserts.length > 1) throw mistake('one-by-one', { expected: 1, seen: inserts })
  const latest = sent.filter(
    (sql) => /^select\b/i.test(sql) && /max\s*\(\s*`?id|order\s+by\s+`?id`?\s+desc/i.test(sql),
  )
  if (latest.length > 0) throw mistake('max-id', { seen: latest })
  if ('value' in result) expectValue(result.value.length, 1010, 'insertMany()')
  if (inserts.length === 0) await insertMany(connection, chat.conversations[0]!.id, compose(lab, 1))
})

test('returns the right ids where the server counts in larger steps', async (lab) => {
  const { chat, connection, random } = lab
  const step = random.int(3, 9)
  await connection.query(byTest('SET SESSION auto_increment_offset = 2'))
  // The steps may change between two calls.
  for (const one of [step, step + 1]) {
    await connection.query(byTest('SET SESSION auto_increment_increment = ?'), [one])
    await lab.asItIs()
    const seen = await insertMany(connection, chat.conversations[0]!.id, compose(lab, 3))
    const expected = (await added(lab)).map(({ id }) => id).slice(-3)
    const details = { expected, seen }
    // Ids in between belong to other servers.
    if (expected[1]! - expected[0]! !== one) throw mistake('steps-of-one', details)
    if (seen.length === 3 && seen[0] === expected[0] && seen[1] !== expected[1])
      throw mistake('steps-of-one', details)
    expectValue(seen, expected, 'insertMany()')
  }
})

test('sends nothing for an empty list', async (lab) => {
  const { chat, connection, server } = lab
  const { result, statements } = await server.observe(() =>
    outcomeOf(insertMany(connection, chat.conversations[0]!.id, [])),
  )
  if ('error' in result) throw mistake('empty-list', { expected: [], seen: result.error })
  expectValue(result.value, [], 'insertMany(…, [])')
  const sent = rowsRead(statements).map(({ sql }) => sql)
  if (sent.length > 0) throw mistake('empty-list', { expected: [], seen: sent })
})

test('adds none of them and throws when one is rejected', async (lab) => {
  const { chat, connection, random } = lab
  const messages = compose(lab, 3)
  const bad: [expected: string, message: object][] = [
    ['WARN_DATA_TRUNCATED (1265)', { sender: random.word() }],
    ['ER_BAD_NULL_ERROR (1048)', { content: null }],
    ['ER_BAD_NULL_ERROR (1048)', { sender: null }],
    ['ER_DATA_TOO_LONG (1406)', { content: 'x'.repeat(65_536) }],
  ]
  for (const [expected, wrong] of bad) {
    const refused = { sender: 'ai', content: random.text(), ...wrong } as NewMessage
    const list = [...messages, refused]
    const outcome = await outcomeOf(insertMany(connection, chat.conversations[0]!.id, list))
    const rows = await added(lab)
    if ('value' in outcome && rows.length > 0)
      throw mistake('ignores-bad-rows', { expected, seen: rows })
    if (rows.length > 0) throw mistake('one-by-one', { expected: [], seen: rows })
    if ('value' in outcome) throw mistake('swallows-errors', { expected, seen: outcome.value })
  }
})

// --- internal ---

interface Row {
  id: number
  conversation_id: number
  sender: string
  content: string
}

/** The ids of rows that others have added around them at the same moment. */
function expectOwnIds(seen: number[], expected: (number | undefined)[]) {
  if (isDeepStrictEqual(seen, expected)) return
  const details = { expected, seen }
  if (seen.length >= expected.length) throw mistake('max-id', details)
  if (seen.length === 1) throw mistake('first-id-only', details)
  expectValue(seen, expected, 'insertMany()')
}

/** Another session adds a message while the INSERT is between its rows: the ids that were returned are still the rows'. */
async function expectTogether(lab: Lab) {
  const { chat, connection, server } = lab
  const [own, held, others] = chat.conversations.map(({ id }) => id) as [number, number, number]
  const messages = compose(lab, 4).map(({ sender }, n) => ({ sender, content: `together ${n}` }))
  await server.query(
    `CREATE TRIGGER waits BEFORE INSERT ON messages FOR EACH ROW
     IF NEW.content = 'together 1' THEN DO (SELECT id FROM conversations WHERE id = ${held} FOR UPDATE); END IF`,
  )
  await using other = await server.session()
  await other.beginTransaction()
  await other.query('SELECT id FROM conversations WHERE id = ? FOR UPDATE', [held])
  const call = outcomeOf(insertMany(connection, own, messages))
  // The first row locks its conversation.
  const ask = 'SELECT id FROM conversations WHERE id = ? FOR UPDATE NOWAIT'
  for (let tries = 0; tries < 200; tries++) {
    const isFree = await outcomeOf(server.query(ask, [own]))
    if ('error' in isFree) break
  }
  const insert = 'INSERT INTO messages (conversation_id, content) VALUES (?)'
  await outcomeOf(other.query(insert, [[others, 'in between']]))
  await other.commit()
  const outcome = await call
  await server.query('DROP TRIGGER waits')
  if ('error' in outcome) throw outcome.error
  const rows = await added(lab)
  const idOf = (content: string) => rows.find((row) => row.content === content)?.id
  expectValue(
    outcome.value,
    messages.map(({ content }) => idOf(content)),
    'insertMany()',
  )
}

/** A savepoint that the code sets must not replace one of the same name, which the caller has set before. */
async function expectSavepointsLeft({ connection, server }: Lab, call: () => Promise<unknown>) {
  const { statements } = await server.observe(call)
  const names = statements.flatMap(({ sql }) => /^\s*savepoint\s+(.+)/i.exec(sql)?.[1] ?? [])
  const count = 'SELECT COUNT(*) AS n FROM messages'
  const [expected] = await server.query(count)
  for (const name of new Set(names)) {
    await connection.query(byTest('START TRANSACTION'))
    await connection.query(byTest(`SAVEPOINT ${name}`))
    await call()
    const back = await outcomeOf(connection.query(byTest(`ROLLBACK TO ${name}`)))
    const [rows] = await connection.query(byTest(count))
    await connection.query(byTest('ROLLBACK'))
    const details = { expected: `SAVEPOINT ${name}`, seen: 'error' in back ? back.error : rows }
    if ('error' in back || Number((rows as { n: number }[])[0]!.n) !== Number(expected!.n))
      throw mistake('callers-transaction', details)
  }
}

function compose({ random }: Lab, count: number): NewMessage[] {
  const contents = [
    ` It's "quoted" \\ ${random.word()}\r\n `,
    ...Array.from({ length: count - 1 }, () => random.text()),
  ]
  return contents.map((content, index) => ({ sender: index % 2 === 0 ? 'user' : 'ai', content }))
}

function added({ server, chat }: Lab): Promise<Row[]> {
  return server.query<Row>(
    'SELECT id, conversation_id, sender, content FROM messages WHERE id NOT IN (?) ORDER BY id',
    [chat.messages.map(({ id }) => id)],
  )
}
