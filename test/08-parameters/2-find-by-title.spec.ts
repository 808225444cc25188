import { escape } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/08-parameters/2-find-by-title'
import {
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  mistake,
  provokeErrors,
  refuseByNumber,
  setUnusually,
  expectTransactionLeftOnError,
  type Lab,
} from '#support'
import {
  expectFresh,
  expectNoCondition,
  expectUnlimited,
  expectSentApart,
  noticeClosed,
  storedBackwards,
} from './probes.ts'

// A value may travel separately in a user variable.
const test = exercise(import.meta.url, { tables: 'chat', leaves: ['@'] })
const findByTitle = noticeClosed(answer.findByTitle)

test(
  'finds every conversation with the title, ordered by id',
  async (lab) => {
    const title = lab.random.title()
    const expected = await addConversations(
      lab,
      Array.from({ length: 1010 }, () => title),
    )
    const seen: unknown = await findByTitle(lab.connection, title)
    const rows = Array.isArray(seen) ? seen : [seen]
    if (rows.length === 1) throw mistake('first-row-only', { expected, seen })
    // Every other one is archived, every third one is of the future.
    const placeOf = new Map(expected.map(({ id }, place) => [id, place]))
    expectNoCondition(
      seen,
      expected,
      ({ id }) => placeOf.get(id)! % 2,
      ({ id }) => placeOf.get(id)! % 3 === 0,
    )
    expectRows(seen, expected, 'findByTitle()')
    // A list that was kept from the first time would be out of date.
    const more = await addConversations(lab, [title])
    const renewed = await findByTitle(lab.connection, title)
    expectFresh(renewed, [...expected, ...more], seen)
    expectRows(renewed, [...expected, ...more], 'findByTitle()')
    // What others have not committed is not there yet, and what they are changing is.
    const changes = `DELETE FROM conversations ORDER BY id DESC LIMIT 1`
    const ask = () => findByTitle(lab.connection, title)
    await expectOnlyCommitted(lab.server, changes, ask)
    // Two calls at once are two questions.
    await expectChangeSeen(lab.connection, changes, ask, 'findByTitle()')
    await expectUnlimited(lab.server, () => findByTitle(lab.connection, title))
  },
  { data: () => storedBackwards('conversations') },
)

test('sends the title separately from the SQL', async ({ connection, random, server }) => {
  await expectSentApart(server, random.word(), (title) => findByTitle(connection, title))
})

test('treats quotes, backslashes and an attack as text', async (lab) => {
  const word = lab.random.word()
  const titles = [
    `O'${word}`,
    `"${word}"`,
    `${word}\\`,
    `${word}\\'`,
    `' OR '1'='1 ${word}`,
    `?${word}`,
    `:title ${word}`,
  ]
  await expectEachFound(lab, titles)
})

test('takes every title exactly as it is', async (lab) => {
  await setUnusually(lab)
  // Ids below zero are ids.
  const below = `below ${lab.random.word()}`
  await lab.server.query('INSERT INTO conversations (id, title) VALUES (-1, ?)', [below])
  expectRows(await findByTitle(lab.connection, below), [{ id: -1, title: below }], 'findByTitle()')
  // Digits are a text, too.
  await expectEachFound(lab, ['0070', '70 km', ...lab.random.hostile('title')])
  // Where capital letters are other letters.
  await lab.server.query(
    'ALTER TABLE conversations MODIFY title VARCHAR(255) COLLATE utf8mb4_bin NOT NULL',
  )
  const word = lab.random.word()
  await expectEachFound(lab, [word, word.toUpperCase(), `${word} Ёж`])
})

test('treats % and _ as ordinary characters', async (lab) => {
  const word = lab.random.word()
  const [percent, low] = await addConversations(lab, [
    // With whatever else LIKE can be told to escape with.
    `100% !a|b#c^d~e=f$g/${word}`,
    `a_${word}`,
    `100 roubles ${word}`,
    `ab${word}`,
  ])
  for (const row of [percent!, low!]) {
    const seen = await findByTitle(lab.connection, row.title)
    if (Array.isArray(seen) && seen.length > 1)
      throw mistake('like-for-equals', { expected: [row], seen })
    expectRows(seen, [row], 'findByTitle()')
  }
})

test('returns an empty array for a title that no conversation has', async ({
  connection,
  random,
  server,
}) => {
  expectRows(await findByTitle(connection, random.word()), [], 'findByTitle()')
  // Too long for any title, though it begins like one.
  const long = random.word().padEnd(255, 'x')
  await server.query('INSERT INTO conversations (title) VALUES (?)', [long])
  expectRows(await findByTitle(connection, `${long}x`), [], 'findByTitle()')
})

test('lets server errors through', async (lab) => {
  const { title } = lab.chat.conversations[0]!
  const ask = (connection: Connection) => findByTitle(connection, title)
  await provokeErrors(lab, 'conversations.title', ask)
  await refuseByNumber(lab, ask)
})

test("leaves the caller's transaction open", async (lab) => {
  await expectTransactionLeftOnError(lab, () => findByTitle(lab.connection, 'Tea'))
})

// --- internal ---

/** Adds conversations with these titles, every other one archived, every third one in the future; their rows, ordered by id. */
async function addConversations({ server }: Lab, titles: readonly string[]) {
  await server.query(
    'INSERT INTO conversations (title, is_archived, created_at, updated_at) VALUES ?',
    [
      titles.map((title, row) => {
        const at = row % 3 === 0 ? '2037-06-01 12:00:00' : '2025-06-01 12:00:00'
        return [title, row % 2, at, at]
      }),
    ],
  )
  const rows = await server.query<{ id: number; title: string }>(
    'SELECT id, title FROM conversations ORDER BY id DESC LIMIT ?',
    [titles.length],
  )
  return rows.toReversed()
}

/** What well-meaning code does to a title. */
const escaped = (title: string) => [
  title.replaceAll("'", "''"),
  title.replaceAll("'", "\\'"),
  title.replaceAll('\\', '\\\\'),
  title.replaceAll("'", "''").replaceAll('\\', '\\\\'),
  title.replaceAll(/['"\\]/g, '\\$&'),
  escape(title),
  escape(title).slice(1, -1),
]
const tidied = (title: string) => [
  title.trim(),
  title.trimEnd(),
  title.replaceAll(/\s+/g, ' '),
  title.replaceAll('\r\n', '\n'),
  title.replaceAll(/<[^>]*>/g, ''),
  title.replaceAll(/['"\\]/g, ''),
  String(Number.parseFloat(title)),
]

/** Each title must be found and nothing else, though its altered versions are there as well. */
async function expectEachFound(lab: Lab, titles: readonly string[]) {
  const lookAlikes = titles.flatMap((title) =>
    [...escaped(title), ...tidied(title)].filter((other) => other !== title && other.length < 256),
  )
  await addConversations(lab, [...titles, ...new Set(lookAlikes)])
  for (const title of titles) {
    const expected = await lab.server.query<{ id: number; title: string }>(
      'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
      [title],
    )
    const seen: unknown = await findByTitle(lab.connection, title)
    const details = { expected, seen }
    const found = Array.isArray(seen) ? seen.map((row) => String(row?.title)) : []
    const wrong = found.filter((other) => !expected.some((row) => row.title === other))
    if (wrong.length > 0 && wrong.every((other) => escaped(title).includes(other)))
      throw mistake('escaped-too-much', details)
    const tidy = wrong.some(
      (other) => tidied(title).includes(other) || tidied(other).includes(title),
    )
    const isLost = Array.isArray(seen) && found.length === 0 && title !== ''
    if (tidy || isLost) throw mistake('text-changed', details)
    // Equality by collation or by bytes: the task leaves that open.
    const wanted = found.every((other) => other === title)
      ? expected.filter((row) => row.title === title)
      : expected
    expectRows(seen, wanted, 'findByTitle()')
  }
}
