import type { Connection, Pool } from 'mysql2/promise'
import { conversationChanges } from '#exercise/11-database/6-conversation-changes'
import {
  atOnce,
  byTest,
  exercise,
  expectValue,
  found,
  inTime,
  mistake,
  betweenNow,
  watchRepeats,
  type Lab,
  type JustNow,
} from '#support'
import {
  asText,
  expectErrorsPassedOn,
  expectLends,
  expectRefused,
  expectSentApart,
  judgeRefused,
  missingIds,
  nearIds,
  outcomeOf,
  outcomeOnceDeleted,
  poolOfOne,
  readTables,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('renameConversation gives one conversation a new title', async (lab) => {
  const { changes, pool } = begin(lab)
  await pool.query(byTest("SET time_zone = '+05:00'"))
  await lab.asItIs()
  for (const archived of [0, 1] as const) {
    const { id } = lab.chat.conversations.find((row) => row.is_archived === archived)!
    const title = lab.random.title()
    const before = await readTables(lab.server)
    const now = await betweenNow(lab.server, async () => {
      const seen = soon(changes.renameConversation(id, title))
      await expectOthersUntouched(lab, id, seen, before)
      await expectFound(seen)
    })
    await expectOwn(lab, id, { title }, before, now)
  }
})

test('renameConversation finds a conversation that already has the title', async (lab) => {
  const { changes, id } = begin(lab)
  const title = lab.random.title()
  for (let turn = 0; turn < 2; turn++) await expectFound(changes.renameConversation(id, title))
  // The collation takes these for one title; the user does not.
  const word = lab.random.word()
  for (const alike of [word, word.toUpperCase(), `${word}\u0301`]) {
    await expectFound(changes.renameConversation(id, alike))
    const { conversations } = await readTables(lab.server)
    const seen = conversations.find((row) => row.id === id)?.title
    if (seen !== alike) throw mistake('text-changed', { expected: alike, seen })
  }
})

test('archiveConversation takes one conversation off the list, but keeps it', async (lab) => {
  const { changes, id, pool } = begin(lab)
  await pool.query(byTest("SET time_zone = '+05:00'"))
  await lab.asItIs()
  // All have one title.
  await lab.server.query(
    "UPDATE conversations SET title = 'same', is_archived = FALSE, updated_at = updated_at",
  )
  const before = await readTables(lab.server)
  const now = await betweenNow(lab.server, async () => {
    const seen = soon(changes.archiveConversation(id))
    const tables = await expectOthersUntouched(lab, id, seen, before)
    await expectFound(seen)
    return tables
  })
  const { conversations } = now.result
  const row = conversations.find((one) => one.id === id)
  if (!row) throw mistake('archive-deletes', { expected: 'is_archived = 1', seen: 'no row' })
  await expectOwn(lab, id, { is_archived: 1 }, before, now)
  // So is one without messages.
  await lab.server.query('INSERT INTO conversations (id) VALUES (-5)')
  await expectFound(changes.archiveConversation(-5))
  const empty = await lab.server.query('SELECT is_archived FROM conversations WHERE id = -5')
  if (empty.length === 0)
    throw mistake('archive-deletes', { expected: 'is_archived = 1', seen: 'no row' })
})

test('archiveConversation finds a conversation that is already archived', async (lab) => {
  const { changes, id } = begin(lab)
  for (let turn = 0; turn < 2; turn++) await expectFound(changes.archiveConversation(id))
  const { conversations } = await readTables(lab.server)
  const seen = conversations.find((row) => row.id === id)?.is_archived
  if (seen === 0) throw mistake('archive-toggles', { expected: 1, seen })
  expectValue(seen, 1, 'is_archived')
  // Somebody else has put it back on the list.
  await lab.server.query('UPDATE conversations SET is_archived = FALSE')
  await expectFound(changes.archiveConversation(id))
  const again = (await readTables(lab.server)).conversations.find((row) => row.id === id)
  expectValue(again?.is_archived, 1, 'is_archived')
})

test('deleteConversation removes one conversation with its messages', async (lab) => {
  const { changes } = begin(lab)
  for (const archived of [0, 1] as const) {
    const { id } = lab.chat.conversations.find((row) => row.is_archived === archived)!
    // By a clock that was wrong.
    await lab.server.query(
      "UPDATE conversations SET updated_at = '2037-01-01 12:00:00' WHERE id = ?",
      [id],
    )
    const before = await readTables(lab.server)
    const seen = soon(changes.deleteConversation(id))
    const { conversations, messages } = await expectOthersUntouched(lab, id, seen, before)
    await expectFound(seen)
    const row = conversations.find((one) => one.id === id)
    if (row) throw mistake('delete-archives', { expected: 'no row', seen: row })
    const left = messages.filter((row) => row.conversation_id === id)
    expectValue(left, [], 'messages')
    expectValue(await soon(changes.deleteConversation(id)), false, 'false')
  }
})

test('all three return false when there is no such conversation', async (lab) => {
  const { changes } = begin(lab)
  const before = await readTables(lab.server)
  const near = nearIds(lab)
  for (const missing of [...missingIds(lab), ...near]) {
    for (const ask of [
      () => changes.renameConversation(missing, lab.random.title()),
      () => changes.archiveConversation(missing),
      () => changes.deleteConversation(missing),
    ]) {
      const { value, error } = await outcomeOf(() => soon(ask()))
      if (error && near.includes(missing)) continue
      if (error) throw mistake('missing-throws', { expected: false, seen: error })
      if (value === true) throw mistake('always-true', { expected: false, seen: true })
      expectValue(value, false, 'false')
    }
  }
  expectValue(await readTables(lab.server), before, 'conversations, messages')
})

test('all three may be called by several callers at once', async (lab) => {
  const changes = conversationChanges(lab.createPool({ connectionLimit: 3 }))
  // Those of another pool have nothing to do with these.
  const { schema } = await lab.twin()
  conversationChanges(lab.createPool({ database: schema }))
  const [one, other, third] = lab.chat.conversations
  if (!one || !other || !third) throw new Error('Three conversations are needed.')
  const title = lab.random.title()
  const outcomes = await soon(
    atOnce([
      () => changes.renameConversation(one.id, title),
      () => changes.renameConversation(other.id, 'ж'.repeat(256)),
      () => changes.deleteConversation(third.id),
      () => changes.archiveConversation(one.id),
    ]),
  )
  judgeRefused(outcomes[1] as { error: Error }, 1406, 'ER_DATA_TOO_LONG')
  const seen = outcomes.map((outcome) => ('value' in outcome ? outcome.value : outcome.error))
  expectValue([seen[0], seen[2], seen[3]], [true, true, true], 'true')
  const { conversations } = await readTables(lab.server)
  const rows = conversations.map((row) => [row.id, row.title, row.is_archived])
  const expected = lab.chat.conversations
    .filter(({ id }) => id !== third.id)
    .map((row) => (row.id === one.id ? [row.id, title, 1] : [row.id, row.title, row.is_archived]))
  expectValue(rows, expected, 'conversations')
  await expectNoQueue(lab, changes, [one.id, other.id])
  // It is deleted once.
  const both = [1, 2].map(() => changes.deleteConversation(other.id))
  const deleted = (await soon(Promise.all(both))).filter(Boolean)
  if (deleted.length > 1) throw mistake('always-true', { expected: [true, false], seen: deleted })
  expectValue(deleted, [true], 'true, false')
  await expectEachMade(lab, one.id)
  await expectFalseOnceDeleted(lab)
})

test('renameConversation treats quotes, emoji and a null byte as text', async (lab) => {
  const { changes, id } = begin(lab)
  const nul = `${lab.random.word()}\0after`
  for (const title of [...lab.random.hostile('title'), nul]) {
    await asText(title, soon(changes.renameConversation(id, title)))
    const { conversations } = await readTables(lab.server)
    const seen = conversations.find((row) => row.id === id)?.title
    if (seen !== title) throw mistake('text-changed', { expected: title, seen })
  }
})

test('renameConversation sends the title separately from the SQL', async (lab) => {
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

test('all three let a server error through and keep no connection', async (lab) => {
  const { pool, changes, id } = begin(lab)
  await expectEachRefused(lab, changes, id, pool)
  await expectLends(pool)
  const { id: last } = lab.chat.conversations.at(-1)!
  for (const ask of [
    (own: Pool) => conversationChanges(own).renameConversation(last, lab.random.title()),
    (own: Pool) => conversationChanges(own).archiveConversation(last),
    (own: Pool) => conversationChanges(own).deleteConversation(last),
  ]) {
    await expectErrorsPassedOn(lab, ask, ['conversations'])
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

/** One conversation is locked by somebody else: a change of another one does not wait for that. */
async function expectNoQueue(
  lab: Lab,
  changes: ReturnType<typeof conversationChanges>,
  [locked, free]: [number, number],
): Promise<void> {
  await using outside = await lab.server.session()
  await outside.query('START TRANSACTION')
  await outside.query('SELECT id FROM conversations WHERE id = ? FOR UPDATE', [locked])
  const waits = outcomeOf(() => changes.archiveConversation(locked))
  const comes = await inTime(changes.archiveConversation(free))
  await outside.query('ROLLBACK')
  await waits
  const details = { what: 'archiveConversation()', expected: 'at once', seen: 'late' }
  if (comes === 'late') throw found('finding.value', details)
}

/** Two callers rename a conversation: over one connection the second title comes last. */
async function expectEachMade(lab: Lab, id: number): Promise<void> {
  const changes = conversationChanges(poolOfOne(lab))
  const titles = [lab.random.word(), lab.random.word()]
  await soon(Promise.all(titles.map((title) => changes.renameConversation(id, title))))
  const { conversations } = await readTables(lab.server)
  const seen = conversations.find((row) => row.id === id)?.title
  expectValue(seen, titles[1], 'conversations.title')
}

/** Somebody deletes the conversation after it has been looked for, unless it was locked then. */
async function expectFalseOnceDeleted(lab: Lab): Promise<void> {
  for (const [name, values] of [
    ['renameConversation', [lab.random.title()]],
    ['archiveConversation', []],
    ['deleteConversation', []],
  ] as const) {
    const id = (await readTables(lab.server)).conversations.at(-1)!.id
    const outcome = await outcomeOnceDeleted(lab, id, (pool) => {
      const changes = conversationChanges(pool) as unknown as Record<
        typeof name,
        (...args: unknown[]) => Promise<unknown>
      >
      return changes[name](id, ...values)
    })
    if (outcome?.error) throw outcome.error
    if (outcome?.value === true) throw mistake('always-true', { expected: false, seen: true })
  }
}

type Tables = Awaited<ReturnType<typeof readTables>>

/** Each refused for a different reason: a duplicate title, a closed archive, dependent rows. */
async function expectEachRefused(
  lab: Lab,
  changes: ReturnType<typeof conversationChanges>,
  id: number,
  pool: Pool,
): Promise<void> {
  const taken = lab.random.word()
  await lab.server.query(
    `DROP TABLE IF EXISTS notes;
     UPDATE conversations SET title = CONCAT(title, id), is_archived = FALSE;
     UPDATE conversations SET title = ? WHERE id <> ? LIMIT 1;
     ALTER TABLE conversations ADD UNIQUE (title), ADD CONSTRAINT closed CHECK (NOT is_archived);
     CREATE TABLE notes (conversation_id INT, FOREIGN KEY (conversation_id) REFERENCES conversations (id));
     INSERT INTO notes VALUES (?)`,
    [taken, id, id],
  )
  const before = await readTables(lab.server)
  const refusals: [() => Promise<unknown>, number, string][] = [
    [() => changes.renameConversation(id, taken), 1062, 'ER_DUP_ENTRY'],
    [() => changes.archiveConversation(id), 3819, 'ER_CHECK_CONSTRAINT_VIOLATED'],
    [() => changes.deleteConversation(id), 1451, 'ER_ROW_IS_REFERENCED_2'],
  ]
  for (const [ask, errno, name] of refusals) {
    await soon(expectRefused(ask, errno, name))
    const seen = await readTables(lab.server)
    if (JSON.stringify(seen) !== JSON.stringify(before))
      throw mistake('no-transaction', { expected: before, seen })
  }
  await lab.server.query('DROP TABLE notes; ALTER TABLE conversations DROP CHECK closed')
  await expectLends(pool)
  const repeats = watchRepeats(pool as unknown as Connection)
  for (const errno of lab.random.shuffle([1142, 1205, 1213, 1644])) {
    for (const [verb, ask] of [
      ['UPDATE', () => changes.renameConversation(id, lab.random.title())],
      ['UPDATE', () => changes.archiveConversation(id)],
      ['DELETE', () => changes.deleteConversation(id)],
    ] as const) {
      await lab.server.query(`CREATE TRIGGER refuses BEFORE ${verb} ON conversations FOR EACH ROW
        SIGNAL SQLSTATE '${errno === 1213 ? 40001 : 45000}' SET MYSQL_ERRNO = ${errno}`)
      repeats.forget()
      await soon(expectRefused(ask, errno, 'error'))
      repeats.expectNone()
      await lab.server.query('DROP TRIGGER refuses')
    }
  }
  // What was refused, or deleted, before says nothing about now.
  for (let turn = 0; turn < 2; turn++) {
    expectValue(await soon(changes.deleteConversation(id)), true, 'deleteConversation()')
    await lab.server.query("INSERT INTO conversations (id, title) VALUES (?, 'Here again')", [id])
  }
}

/** Fails unless only this has changed in the conversation, and perhaps the time of its change, and nothing in its messages. */
async function expectOwn(
  { server }: Lab,
  id: number,
  change: object,
  before: Tables,
  { isNow, expectNow }: JustNow<unknown>,
): Promise<void> {
  const own = ({ conversations, messages }: Tables) => {
    const { updated_at, ...row } = conversations.find((one) => one.id === id)!
    return {
      rest: { row, messages: messages.filter((one) => one.conversation_id === id) },
      updated_at: String(updated_at),
    }
  }
  const { rest, updated_at } = own(before)
  const after = own(await readTables(server))
  const expected = { ...rest, row: { ...rest.row, ...change } }
  expectValue(after.rest, expected, 'conversations, messages')
  if (!isNow(after.updated_at) && after.updated_at !== updated_at)
    expectNow(after.updated_at, 'updated_at')
}

/** Fails when `work` has changed another conversation. @returns the tables as they are then */
async function expectOthersUntouched(
  { server }: Lab,
  id: number,
  work: Promise<unknown>,
  before: Tables,
) {
  await work
  const tables = await readTables(server)
  const others = <T extends { id: number }>(rows: readonly T[]) =>
    rows.filter((row) => row.id !== id)
  const [seen, expected] = [others(tables.conversations), others(before.conversations)]
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    throw mistake('no-where', { expected, seen })
  }
  const ofOthers = ({ messages }: Tables) => messages.filter((row) => row.conversation_id !== id)
  expectValue(ofOthers(tables), ofOthers(before), 'messages')
  return tables
}
