import type { Connection } from 'mysql2/promise'
import { createConversation } from '#exercise/11-database/1-create-conversation'
import {
  atOnce,
  betweenNow,
  byTest,
  exercise,
  expectValue,
  literalsOf,
  mistake,
  watchRepeats,
  type Lab,
} from '#support'
import {
  asText,
  busyPool,
  expectErrorsPassedOn,
  expectLends,
  expectSentApart,
  judgeRefused,
  outcomeOf,
  poolInTurn,
  poolOfOne,
  readTables,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('writes a conversation with the title and returns its id', async (lab) => {
  const pool = poolOfOne(lab)
  // In any zone.
  await pool.query(byTest("SET time_zone = '+05:00'"))
  await lab.asItIs()
  for (const title of [lab.random.title(), lab.random.title()]) {
    const { result: seen, expectNow } = await betweenNow(lab.server, () =>
      soon<unknown>(createConversation(pool, title)),
    )
    const [row] = await added(lab)
    expectValue(row?.title, title, 'conversations.title')
    expectId(seen, row!.id)
    expectValue(row!.is_archived, 0, 'is_archived')
    expectNow(row!.created_at, 'created_at')
    expectNow(row!.updated_at, 'updated_at')
  }
  expectValue((await added(lab)).length, 2, 'COUNT(*)')
  const { conversations, messages } = await readTables(lab.server)
  const others = conversations.slice(0, lab.chat.conversations.length)
  expectValue({ conversations: others, messages }, lab.chat, 'conversations, messages')
})

test('returns its own id, whatever others write in the meantime', async (lab) => {
  const title = lab.random.word()
  const pool = busyPool(poolOfOne(lab), () =>
    lab.server.query('INSERT INTO conversations (title, created_at) VALUES (?, FROM_UNIXTIME(9))', [
      title,
    ]),
  )
  const seen = await soon(createConversation(pool, title))
  const own = (await added(lab)).find((row) => row.is_new === '1')
  expectId(seen, own!.id)
  const titles = [1, 2, 3].map(() => lab.random.word())
  const three = await poolInTurn(lab)
  const alone = await soon(createConversation(three, title))
  expectId(alone, (await added(lab))[0]!.id)
  const outcomes = await soon(
    atOnce([
      ...titles.map((one) => () => createConversation(three, one)),
      () => createConversation(three, 'ж'.repeat(256)),
    ]),
  )
  const rows = await added(lab)
  for (const [index, one] of titles.entries()) {
    const outcome = outcomes[index]!
    if ('error' in outcome) throw outcome.error
    expectId(outcome.value, rows.find((row) => row.title === one)!.id)
  }
})

test("leaves a missing title to the column's DEFAULT", async (lab) => {
  const pool = poolOfOne(lab)
  // The table's default may change while the program runs.
  for (const [index, ask] of [
    () => createConversation(pool),
    () => createConversation(pool, undefined),
  ].entries()) {
    const title = index === 0 ? `What's "new"? \\ ${lab.random.word()}` : lab.random.title()
    await lab.server.query('ALTER TABLE conversations ALTER COLUMN title SET DEFAULT ?', [title])
    await expectDefault(lab, ask, title)
    // A second one is another one, even if nobody has written in the first.
    const [first] = await added(lab)
    const seen = await soon<unknown>(ask())
    const [second] = await added(lab)
    if (second!.id === first!.id)
      throw mistake('not-the-id', { expected: 'a new id', seen: seen ?? String(seen) })
    // The first conversation gets it, too.
    await lab.server.query('DELETE FROM conversations')
    await expectDefault(lab, ask, title)
  }
})

test('treats an empty title as a title', async (lab) => {
  await lab.server.query('ALTER TABLE conversations ALTER COLUMN title SET DEFAULT ?', [
    lab.random.title(),
  ])
  const pool = poolOfOne(lab)
  // And so is what used to be the default.
  for (const title of ['', '   ', 'New conversation']) {
    await soon(createConversation(pool, title))
    const [row] = await added(lab)
    if (row?.title !== title)
      throw mistake('empty-for-missing-title', { expected: title, seen: row?.title ?? null })
  }
  // Nor does another one mean that there is none.
  for (const literal of await literalsOf(lab.server, () => soon(createConversation(pool)))) {
    const [{ title } = {}] = await lab.server.query<{ title: string }>(
      `SELECT CONVERT(${literal} USING utf8mb4) AS title`,
    )
    await soon(createConversation(pool, title))
    expectValue((await added(lab))[0]?.title, title, 'conversations.title')
  }
})

test('treats quotes, emoji and a null byte as text', async (lab) => {
  const pool = poolOfOne(lab)
  const nul = `${lab.random.word()}\0after`
  for (const title of [
    ...lab.random.hostile('title'),
    nul,
    'undefined',
    'null',
    'DEFAULT',
    'default',
  ]) {
    if (title === '') continue
    await asText(title, soon(createConversation(pool, title)))
    const [row] = await added(lab)
    if (row?.title !== title) {
      throw mistake('text-changed', { expected: title, seen: row?.title ?? null })
    }
  }
})

test('sends the title separately from the SQL', async (lab) => {
  const pool = poolOfOne(lab)
  await expectSentApart(lab.server, lab.random.word(), (title) => createConversation(pool, title))
})

test('lets a server error through and keeps no connection', async (lab) => {
  const pool = poolOfOne(lab)
  const outcome = await outcomeOf(() => soon(createConversation(pool, 'ж'.repeat(256))))
  const [row] = await added(lab)
  if (row && !row.title.startsWith('ж'))
    throw mistake('no-transaction', { expected: 'ER_DATA_TOO_LONG (1406)', seen: row })
  if (row) throw mistake('text-cut', { expected: 'ER_DATA_TOO_LONG (1406)', seen: row })
  judgeRefused(outcome, 1406, 'ER_DATA_TOO_LONG')
  await expectLends(pool)
  // Here no two conversations may have the same title.
  const title = lab.random.word()
  await lab.server.query('DELETE FROM conversations; ALTER TABLE conversations ADD UNIQUE (title)')
  await soon(createConversation(pool, title))
  judgeRefused(await outcomeOf(() => soon(createConversation(pool, title))), 1062, 'ER_DUP_ENTRY')
  // Nor may they have this one.
  const refused = lab.random.word()
  await lab.server.query('ALTER TABLE conversations ADD CONSTRAINT polite CHECK (title <> ?)', [
    refused,
  ])
  const name = 'ER_CHECK_CONSTRAINT_VIOLATED'
  // What is written too early can't be deleted afterwards.
  await lab.server.query(
    "CREATE TRIGGER stays BEFORE DELETE ON conversations FOR EACH ROW SIGNAL SQLSTATE '45000'",
  )
  const before = (await added(lab)).length
  judgeRefused(await outcomeOf(() => soon(createConversation(pool, refused))), 3819, name)
  const after = await added(lab)
  if (after.length > before)
    throw mistake('no-transaction', {
      expected: 'ER_CHECK_CONSTRAINT_VIOLATED (3819)',
      seen: after[0],
    })
  await lab.server.query('DROP TRIGGER stays')
  await expectLends(pool)
  const repeats = watchRepeats(pool as unknown as Connection)
  for (const [errno, state] of [
    [1205, 'HY000'],
    [1213, '40001'],
  ] as const) {
    await lab.server.query(`CREATE TRIGGER refuses BEFORE INSERT ON conversations FOR EACH ROW
      SIGNAL SQLSTATE '${state}' SET MYSQL_ERRNO = ${errno}`)
    repeats.forget()
    const ended = await outcomeOf(() => soon(createConversation(pool, lab.random.word())))
    await lab.server.query('DROP TRIGGER refuses')
    judgeRefused(ended, errno, 'error')
    repeats.expectNone()
  }
  await expectErrorsPassedOn(lab, (own) => createConversation(own, lab.random.word()), [
    'conversations',
  ])
})

// --- internal ---

async function expectDefault(lab: Lab, ask: () => Promise<number>, title: string): Promise<void> {
  const { error } = await outcomeOf(() => soon(ask()))
  if (error?.errno === 1048) throw mistake('null-for-title', { expected: title, seen: error })
  if (error?.message.includes('contain undefined')) {
    throw mistake('undefined-into-execute', { expected: title, seen: error })
  }
  if (error) throw error
  const [row] = await added(lab)
  const details = { expected: title, seen: row?.title ?? null }
  if (row?.title === 'undefined') throw mistake('undefined-as-text', details)
  if (row?.title === '') throw mistake('empty-title', details)
  if (row?.title !== title) throw mistake('default-typed-in', details)
}

function expectId(seen: unknown, expected: number): void {
  if (seen !== expected) throw mistake('not-the-id', { expected, seen: seen ?? String(seen) })
}

/** The conversations that came since the test began, the newest first. */
function added({ server, chat }: Lab) {
  return server.query<{
    id: number
    title: string
    is_archived: number
    created_at: string
    updated_at: string
    is_new: string
  }>(
    `SELECT id, title, is_archived, created_at, updated_at, LEAST(created_at, updated_at) > NOW() - INTERVAL 60 SECOND AS is_new
     FROM conversations WHERE id > ? ORDER BY id DESC`,
    [chat.conversations.at(-1)!.id],
  )
}
