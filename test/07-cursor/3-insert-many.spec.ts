import { insertMany, type NewMessage } from '#exercise/07-cursor/3-insert-many'
import { byTest, exercise, expectRows, expectValue, mistake, rowsRead, type Lab } from '#support'
import { outcomeOf } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('adds the messages to the conversation, in order', async (lab) => {
  const { chat, connection, random } = lab
  const { id } = random.pick(chat.conversations)
  const messages = compose(lab, random.int(3, 6))
  const outcome = await outcomeOf(insertMany(connection, id, messages))
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
})

test('returns their ids, in order', async (lab) => {
  const { chat, connection, random } = lab
  const messages = compose(lab, random.int(3, 6))
  const outcome = await outcomeOf(insertMany(connection, chat.conversations[0]!.id, messages))
  const expected = (await added(lab)).map(({ id }) => id)
  const seen = 'value' in outcome ? outcome.value : []
  const details = { expected, seen }
  if (expected.length === messages.length && Array.isArray(seen)) {
    if (seen.length === 1 && seen[0] === expected[0]) throw mistake('first-id-only', details)
    if (seen.length > 1 && seen.at(-1) === expected[0]) throw mistake('first-id-as-last', details)
  }
  if ('error' in outcome) throw outcome.error
  expectValue(seen, expected, 'insertMany()')
})

test('gives each message its own id, also when two say the same', async (lab) => {
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

test('sends one INSERT for all, and looks for no id that others may have moved on', async (lab) => {
  const { chat, connection, server } = lab
  const { statements } = await server.observe(() =>
    outcomeOf(insertMany(connection, chat.conversations[0]!.id, compose(lab, 4))),
  )
  const sent = rowsRead(statements).map(({ sql }) => sql.trim())
  const inserts = sent.filter((sql) => /^insert\b/i.test(sql))
  if (inserts.length > 1) throw mistake('one-by-one', { expected: 1, seen: inserts })
  const latest = sent.filter(
    (sql) => /^select\b/i.test(sql) && /max\s*\(\s*`?id|order\s+by\s+`?id`?\s+desc/i.test(sql),
  )
  if (latest.length > 0) throw mistake('max-id', { seen: latest })
  if (inserts.length === 0) await insertMany(connection, chat.conversations[0]!.id, compose(lab, 1))
})

test('returns the right ids where the server counts in larger steps', async (lab) => {
  const { chat, connection, random } = lab
  const step = random.int(3, 9)
  await connection.query(byTest('SET SESSION auto_increment_increment = ?'), [step])
  await lab.asItIs()
  const seen = await insertMany(connection, chat.conversations[0]!.id, compose(lab, 3))
  const expected = (await added(lab)).map(({ id }) => id)
  const details = { expected, seen }
  if (seen.length === 3 && seen[0] === expected[0] && seen[1] === seen[0]! + 1)
    throw mistake('steps-of-one', details)
  expectValue(seen, expected, 'insertMany()')
})

test('adds nothing and asks nothing for an empty list', async (lab) => {
  const { chat, connection, server } = lab
  const { result, statements } = await server.observe(() =>
    outcomeOf(insertMany(connection, chat.conversations[0]!.id, [])),
  )
  if ('error' in result) throw mistake('empty-list', { expected: [], seen: result.error })
  expectValue(result.value, [], 'insertMany(…, [])')
  expectValue(rowsRead(statements).length, 0, 'insertMany(…, [])')
})

test('adds none of them and throws when one is refused', async (lab) => {
  const { chat, connection, random } = lab
  const messages = compose(lab, 3)
  const refused = [...messages, { sender: random.word() as 'ai', content: random.text() }]
  const outcome = await outcomeOf(insertMany(connection, chat.conversations[0]!.id, refused))
  const rows = await added(lab)
  const expected = 'WARN_DATA_TRUNCATED (1265)'
  if ('value' in outcome && rows.length === refused.length)
    throw mistake('ignores-bad-rows', { expected, seen: rows })
  if (rows.length > 0) throw mistake('one-by-one', { expected: [], seen: rows })
  if ('value' in outcome) throw mistake('swallows-errors', { expected, seen: outcome.value })
})

// --- internal ---

interface Row {
  id: number
  conversation_id: number
  sender: string
  content: string
}

function compose({ random }: Lab, count: number): NewMessage[] {
  const contents = [
    `It's "quoted" \\ ${random.word()}`,
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
