import { conversationChanges } from '#exercise/11-database/6-conversation-changes'
import { exercise, expectValue, mistake, type Lab } from '#support'
import {
  asText,
  expectErrorPassedOn,
  expectLends,
  expectRefused,
  expectSentApart,
  judgeRefused,
  oddTexts,
  outcomeOf,
  poolOfOne,
  readTables,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('renameConversation gives one conversation another title', async (lab) => {
  const { changes, id } = begin(lab)
  const title = lab.random.title()
  const seen = soon(changes.renameConversation(id, title))
  const { conversations } = await expectOthersUntouched(lab, id, seen)
  await expectFound(seen)
  expectValue(conversations.find((row) => row.id === id)?.title, title, 'conversations.title')
})

test('renameConversation finds a conversation that bears the title already', async (lab) => {
  const { changes, id } = begin(lab)
  const title = lab.random.title()
  for (let turn = 0; turn < 2; turn++) await expectFound(changes.renameConversation(id, title))
})

test('archiveConversation takes one conversation off the list, and keeps it', async (lab) => {
  const { changes, id } = begin(lab)
  const seen = soon(changes.archiveConversation(id))
  const { conversations } = await expectOthersUntouched(lab, id, seen)
  await expectFound(seen)
  const row = conversations.find((one) => one.id === id)
  if (!row) throw mistake('archive-deletes', { expected: 'is_archived = 1', seen: 'no row' })
  expectValue(row.is_archived, 1, 'conversations.is_archived')
})

test('archiveConversation finds a conversation that is archived already', async (lab) => {
  const { changes, id } = begin(lab)
  for (let turn = 0; turn < 2; turn++) await expectFound(changes.archiveConversation(id))
  const { conversations } = await readTables(lab.server)
  const seen = conversations.find((row) => row.id === id)?.is_archived
  if (seen !== 1) throw mistake('archive-toggles', { expected: 1, seen })
})

test('deleteConversation removes one conversation with its messages', async (lab) => {
  const { changes, id } = begin(lab)
  const seen = soon(changes.deleteConversation(id))
  const { conversations, messages } = await expectOthersUntouched(lab, id, seen)
  await expectFound(seen)
  const row = conversations.find((one) => one.id === id)
  if (row) throw mistake('delete-archives', { expected: 'no row', seen: row })
  const left = messages.filter((row) => row.conversation_id === id)
  expectValue(left, [], 'messages')
})

test('all three say false when there is no such conversation', async (lab) => {
  const { changes } = begin(lab)
  const missing = lab.chat.conversations.at(-1)!.id + 1
  for (const ask of [
    () => changes.renameConversation(missing, lab.random.title()),
    () => changes.archiveConversation(missing),
    () => changes.deleteConversation(missing),
  ]) {
    const { value, error } = await outcomeOf(() => soon(ask()))
    if (error) throw mistake('missing-throws', { expected: false, seen: error })
    if (value === true) throw mistake('always-true', { expected: false, seen: true })
    expectValue(value, false, 'false')
  }
})

test('renameConversation takes quotes, emoji and a null byte as text', async (lab) => {
  const { changes, id } = begin(lab)
  for (const title of oddTexts(lab.random.word())) {
    await asText(title, soon(changes.renameConversation(id, title)))
    const { conversations } = await readTables(lab.server)
    expectValue(conversations.find((row) => row.id === id)?.title, title, 'conversations.title')
  }
})

test('renameConversation sends the title apart from the SQL', async (lab) => {
  const { changes, id } = begin(lab)
  const canary = lab.random.word()
  await expectSentApart(lab.server, canary, (title) => changes.renameConversation(id, title))
})

test('renameConversation throws when the title is too long', async (lab) => {
  const { pool, changes, id } = begin(lab)
  const outcome = await outcomeOf(() => soon(changes.renameConversation(id, 'ж'.repeat(256))))
  const [cut] = await lab.server.query("SELECT title FROM conversations WHERE title LIKE 'жж%'")
  if (cut) throw mistake('text-cut', { expected: 'ER_DATA_TOO_LONG (1406)', seen: cut })
  judgeRefused(outcome, 1406, 'ER_DATA_TOO_LONG')
  await expectLends(pool)
})

test('all three let an error of the server through and keep no connection', async (lab) => {
  const { pool, changes, id } = begin(lab)
  await expectErrorPassedOn(lab.server, pool, () => changes.archiveConversation(id))
  for (const ask of [
    () => changes.renameConversation(id, lab.random.title()),
    () => changes.deleteConversation(id),
  ]) {
    await soon(expectRefused(ask, 1146, 'ER_NO_SUCH_TABLE'))
    await expectLends(pool)
  }
})

// --- internal ---

function begin(lab: Lab) {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  return { pool, id, changes: conversationChanges(pool) }
}

async function expectFound(asked: Promise<unknown>): Promise<void> {
  const seen = await soon(asked)
  if (seen === false) throw mistake('changed-not-found', { expected: true, seen })
  expectValue(seen, true, 'true')
}

/** Fails when another conversation is not what it was after `work`. @returns the tables as they are then */
async function expectOthersUntouched({ server, chat }: Lab, id: number, work: Promise<unknown>) {
  await work
  const tables = await readTables(server)
  const others = <T extends { id: number }>(rows: readonly T[]) =>
    rows.filter((row) => row.id !== id)
  const [seen, expected] = [others(tables.conversations), others(chat.conversations)]
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    throw mistake('no-where', { expected, seen })
  }
  const ofOthers = chat.messages.filter((row) => row.conversation_id !== id)
  const left = tables.messages.filter((row) => row.conversation_id !== id)
  expectValue(left, ofOthers, 'messages')
  return tables
}
