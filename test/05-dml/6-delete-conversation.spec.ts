import type { Connection } from 'mysql2/promise'
import { deleteConversation } from '#exercise/05-dml/6-delete-conversation'
import {
  exercise,
  expectRows,
  expectWaited,
  expectValue,
  mistake,
  provokeErrors,
  writeInBetween,
  type Lab,
} from '#support'
import {
  expectCommitted,
  expectErrorPassedOn,
  expectNone,
  expectRefused,
  idsThatAreNone,
  readTables,
  type Tables,
} from './probes.ts'
import { addConversation, addExtremes, addTwin, insertManyMessages } from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('deletes the conversation together with its messages', async (lab) => {
  // An archived one and an active one.
  for (const { id } of lab.chat.conversations.slice(1, 3)) {
    await deleteConversation(lab.connection, id)
    await expectCommitted(lab)
    await expectGone(lab, id, 'conversation-stays')
  }
  // A backup may bring one back, with any id, and it may be the only one.
  const { id } = lab.chat.conversations[1]!
  for (const again of [id, -5, 0]) {
    await lab.server.query('DELETE FROM conversations')
    // Inserted, 0 would become the next number.
    await lab.server.query('INSERT INTO conversations (id) VALUES (-1)')
    await lab.server.query('UPDATE conversations SET id = ?', [again])
    const seen = await deleteConversation(lab.connection, again)
    await expectGone(lab, again, 'conversation-stays')
    expectTrue(seen)
  }
})

test('leaves everything else alone', async (lab) => {
  // Nobody has written in these for a long time.
  await lab.server.query(
    `INSERT INTO conversations (is_archived, created_at, updated_at)
     VALUES (0, '2015-01-01', '2015-01-02'), (1, '2015-01-01', '2015-01-02')`,
  )
  // An archived one and an active one, with the same title.
  for (const [index, { id }] of lab.chat.conversations.slice(1, 3).entries()) {
    await addTwin(lab, id)
    await addTwin(lab, id, -20 - index)
    // A message of another conversation that has the same number as the conversation.
    const other = lab.chat.conversations[0]!.id
    await lab.server.query(
      "INSERT INTO messages (id, conversation_id, sender, content) VALUES (?, ?, 'user', ?)",
      [id, other, lab.random.text()],
    )
    const before = await readTables(lab.server)
    await deleteConversation(lab.connection, id)
    judgeRest(await readTables(lab.server), before, id)
  }
})

test('returns true whether or not there were messages', async (lab) => {
  const { id } = withMessages(lab)
  const first: unknown = await deleteConversation(lab.connection, id)
  await expectGone(lab, id, 'conversation-stays')
  expectTrue(first)
  const untitled = await addConversation(lab)
  await lab.server.query("UPDATE conversations SET title = '' WHERE id = ?", [untitled])
  for (const empty of [await addConversation(lab), untitled]) {
    const seen: unknown = await deleteConversation(lab.connection, empty)
    await expectGone(lab, empty, 'empty-stays')
    expectTrue(seen)
  }
  // One that somebody else is changing is there.
  const [one, other] = [await addConversation(lab), await addConversation(lab)]
  await expectWaited(
    lab.server,
    `UPDATE conversations SET title = 'Not yet' WHERE id = ${one}`,
    () => deleteConversation(lab.connection, one),
    true,
  )
  // Others begin conversations meanwhile.
  const meanwhile = await addConversation(lab)
  {
    using _ = writeInBetween(lab.connection, () => addConversation(lab))
    const seen = await deleteConversation(lab.connection, meanwhile)
    expectValue(seen, true, 'deleteConversation()')
  }
  // Two at once.
  const both = [other, await addConversation(lab)]
  const connections = [lab.connection, await lab.connect()]
  const answers = await Promise.all(
    both.map((each, index) => deleteConversation(connections[index]!, each)),
  )
  expectValue(answers, [true, true], 'Promise.all([deleteConversation(), deleteConversation()])')
  for (const each of both) await expectGone(lab, each, 'conversation-stays')
  // One with more messages than fit on a page, and the last that there can be.
  const [full, final] = [await addConversation(lab), 2_147_483_647]
  await lab.server.query(insertManyMessages(full))
  const extremes = [full, ...(await addExtremes(lab)), final]
  await lab.server.query('INSERT INTO conversations (id) VALUES (?)', [final])
  for (const extreme of extremes) {
    const gone = await deleteConversation(lab.connection, extreme)
    await expectGone(lab, extreme, 'conversation-stays')
    expectTrue(gone)
  }
})

test('returns false when there is no such conversation, and deletes nothing', async (lab) => {
  const before = await readTables(lab.server)
  const seen: unknown = await deleteConversation(lab.connection, 999_999)
  judgeRest(await readTables(lab.server), before, 999_999)
  if (seen === true) throw mistake('always-true', { expected: false, seen })
  if (typeof seen !== 'boolean')
    throw mistake('not-a-boolean', { expected: false, seen: String(seen) })
  const { id } = withMessages(lab)
  // There is a message with that number, and no conversation.
  const message = lab.chat.messages.at(-1)!.id
  for (const none of [-id, id + 0.5, message])
    expectValue(await deleteConversation(lab.connection, none), false, 'deleteConversation()')
  for (const none of idsThatAreNone) {
    await deleteConversation(lab.connection, none).catch(() => {})
    const left = (await readTables(lab.server)).conversations.map((row) => row.id)
    const gone = before.conversations.filter((row) => !left.includes(row.id))
    expectNone(none, gone)
  }
  judgeRest(await readTables(lab.server), before, 999_999)
  // Others delete conversations meanwhile.
  using _ = writeInBetween(lab.connection, () =>
    lab.server.query('DELETE FROM conversations ORDER BY id LIMIT 1'),
  )
  const meanwhile = await deleteConversation(lab.connection, 999_999)
  expectValue(meanwhile, false, 'deleteConversation()')
})

test('deletes nothing when the server refuses, and lets the error through', async (lab) => {
  const { id } = withMessages(lab)
  // Pinned: this foreign key does not cascade.
  await lab.server.query(
    'CREATE TABLE pins (conversation_id INT PRIMARY KEY, FOREIGN KEY (conversation_id) REFERENCES conversations (id))',
  )
  await lab.server.query('INSERT INTO pins VALUES (?)', [id])
  // What hangs on a message is gone for good, even if somebody adds that message again.
  await lab.server.query(
    'CREATE TABLE stars (message_id INT PRIMARY KEY, FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE)',
  )
  await lab.server.query('INSERT INTO stars SELECT id FROM messages')
  const stars = await lab.server.query('SELECT message_id FROM stars')
  const before = await readTables(lab.server)
  const ask = () => deleteConversation(lab.connection, id)
  let failure: unknown
  await expectRefused(ask, 'ER_ROW_IS_REFERENCED_2 (1451)', 1451).catch(
    (error: unknown) => (failure = error),
  )
  const after = await readTables(lab.server)
  const there = after.conversations.some((row) => row.id === id)
  if (there && after.messages.length < before.messages.length) {
    throw mistake('half-deleted', { expected: before.messages, seen: after.messages })
  }
  if (failure) throw failure
  expectRows(after.conversations, before.conversations, 'conversations')
  expectRows(after.messages, before.messages, 'messages')
  expectRows(await lab.server.query('SELECT message_id FROM stars'), stars, 'stars')
})

test('lets every other error through', async (lab) => {
  const before = await readTables(lab.server)
  const { id } = withMessages(lab)
  const ask = (given: Connection) => deleteConversation(given, id)
  await provokeErrors(lab, 'DELETE ON conversations', ask, { otherwise: 'error-replaced' })
  const { conversations, messages } = await readTables(lab.server)
  if (messages.length < before.messages.length)
    throw mistake('half-deleted', { expected: before.messages, seen: messages })
  expectRows(conversations, before.conversations, 'conversations')
  await expectErrorPassedOn(lab, 'conversations.id', ask)
})

// --- internal ---

/** A conversation that has messages and is not the first. */
function withMessages({ chat, random }: Lab) {
  return random.pick(chat.conversations.slice(1, -1))
}

/** @param guilty the mistake to name when the conversation is still there */
async function expectGone({ server }: Lab, id: number, guilty: string): Promise<void> {
  const after = await readTables(server)
  const messages = after.messages.filter((row) => row.conversation_id === id)
  const conversation = after.conversations.filter((row) => row.id === id)
  if (conversation.length > 0) {
    throw mistake(guilty, { expected: [], seen: conversation })
  }
  if (messages.length > 0) throw mistake('messages-stay', { expected: [], seen: messages })
}

function judgeRest(after: Tables, before: Tables, id: number): void {
  const conversations = before.conversations.filter((row) => row.id !== id)
  if (after.conversations.length < conversations.length) {
    throw mistake('deletes-all', { expected: conversations, seen: after.conversations })
  }
  const messages = before.messages.filter((row) => row.conversation_id !== id)
  const rest = after.messages.filter((row) => row.conversation_id !== id)
  if (rest.length < messages.length)
    throw mistake('other-messages', { expected: messages, seen: rest })
  expectRows(
    after.conversations.filter((row) => row.id !== id),
    conversations,
    'conversations',
  )
  expectRows(rest, messages, 'messages')
}

function expectTrue(seen: unknown): void {
  if (typeof seen !== 'boolean')
    throw mistake('not-a-boolean', { expected: true, seen: String(seen) })
  if (!seen) throw mistake('counts-messages', { expected: true, seen })
  expectValue(seen, true, 'deleteConversation()')
}
