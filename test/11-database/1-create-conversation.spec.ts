import { createConversation } from '#exercise/11-database/1-create-conversation'
import { exercise, expectValue, mistake, type Lab } from '#support'
import {
  asText,
  expectLends,
  expectSentApart,
  judgeRefused,
  oddTexts,
  outcomeOf,
  poolOfOne,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('writes a conversation with the title and returns its id', async (lab) => {
  const pool = poolOfOne(lab)
  for (const title of [lab.random.title(), lab.random.title()]) {
    const seen: unknown = await soon(createConversation(pool, title))
    const [row] = await added(lab)
    expectValue(row?.title, title, 'conversations.title')
    if (seen !== row!.id) {
      throw mistake('not-the-id', { expected: row!.id, seen: seen ?? String(seen) })
    }
  }
  expectValue((await added(lab)).length, 2, 'COUNT(*)')
})

test("leaves a missing title to the column's DEFAULT", async (lab) => {
  const title = lab.random.title()
  await lab.server.query('ALTER TABLE conversations ALTER COLUMN title SET DEFAULT ?', [title])
  const { error } = await outcomeOf(() => soon(createConversation(poolOfOne(lab))))
  if (error?.errno === 1048) throw mistake('null-for-title', { expected: title, seen: error })
  if (error && /undefined/.test(error.message)) {
    throw mistake('undefined-into-execute', { expected: title, seen: error })
  }
  if (error) throw error
  const [row] = await added(lab)
  const details = { expected: title, seen: row?.title ?? null }
  if (row?.title === 'undefined') throw mistake('undefined-as-text', details)
  if (row?.title === '') throw mistake('empty-title', details)
  if (row?.title !== title) throw mistake('default-typed-in', details)
})

test('takes quotes, emoji and a null byte as text', async (lab) => {
  const pool = poolOfOne(lab)
  for (const title of oddTexts(lab.random.word())) {
    await asText(title, soon(createConversation(pool, title)))
    const [row] = await added(lab)
    if (row?.title !== title) {
      throw mistake('text-changed', { expected: title, seen: row?.title ?? null })
    }
  }
})

test('sends the title apart from the SQL', async (lab) => {
  const pool = poolOfOne(lab)
  await expectSentApart(lab.server, lab.random.word(), (title) => createConversation(pool, title))
})

test('lets an error of the server through and keeps no connection', async (lab) => {
  const pool = poolOfOne(lab)
  const outcome = await outcomeOf(() => soon(createConversation(pool, 'ж'.repeat(256))))
  const [row] = await added(lab)
  if (row) throw mistake('text-cut', { expected: 'ER_DATA_TOO_LONG (1406)', seen: row })
  judgeRefused(outcome, 1406, 'ER_DATA_TOO_LONG')
  await expectLends(pool)
})

// --- internal ---

/** The conversations that came since the test began, the newest first. */
function added({ server, chat }: Lab) {
  return server.query<{ id: number; title: string }>(
    'SELECT id, title FROM conversations WHERE id > ? ORDER BY id DESC',
    [chat.conversations.at(-1)!.id],
  )
}
