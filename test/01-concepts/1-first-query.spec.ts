import { titles } from '#exercise/01-concepts/1-first-query'
import {
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  limitOf,
  literalsOf,
  inCallersTransaction,
  mistake,
  setUnusually,
  type Lab,
} from '#support'
import { isDeepStrictEqual } from 'node:util'
import {
  asksElsewhere,
  expectErrors,
  expectNoneSkipped,
  extremes,
  insertMany,
} from './look-alikes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the title of every conversation', async (lab) => {
  await setUnusually(lab)
  await check(lab)
  await inCallersTransaction(lab, () => check(lab))
})

test('asks the server: a conversation that was just added is in the result too', async (lab) => {
  await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [lab.random.title()])
  await check(lab)
  // As many rows as before, with the same ids.
  await lab.server.query('UPDATE conversations SET title = DEFAULT ORDER BY id LIMIT 1')
  await check(lab)
  // What others have not committed is not there yet.
  const changes = `INSERT INTO conversations (title) VALUES ('Not yet'); UPDATE conversations SET title = 'Not yet'`
  await expectOnlyCommitted(lab.server, changes, () => titles(lab.connection))
  // Two calls at once are two questions.
  const change = `UPDATE conversations SET title = 'In between'`
  await expectChangeSeen(
    lab.connection,
    change,
    () => titles(lab.connection),
    'titles()',
    'stale-answer',
  )
  await expectErrors(lab, 'conversations', titles)
  await lab.server.query('DELETE FROM conversations')
  await check(lab)
})

test(
  'returns every title as it is, however many there are',
  async (lab) => {
    // Digits are a text, too.
    const rows = [...lab.random.hostile('title'), '0070'].map((title) => [title])
    await lab.server.query('INSERT INTO conversations (title) VALUES ?', [rows])
    // BOOLEAN is a number, and neither TRUE nor FALSE need be it. Titles hold whatever the answer's SQL does.
    const ask = () => titles(lab.connection)
    const held = ["''", ...(await literalsOf(lab.server, ask))].flatMap((one) => [
      `(LEFT(CONCAT('${lab.random.word()}', ${one}, 'b'), 255), 2)`,
      `(LEFT(CONCAT(${one}), 255), -1)`,
    ])
    await lab.server.query(
      `INSERT IGNORE INTO conversations (title, is_archived) VALUES ${held.join()}`,
    )
    const [old, ahead] = extremes.times
    await lab.server.query(
      'INSERT INTO conversations (id, title, created_at, updated_at) VALUES ?',
      [
        [
          [-1, lab.random.title(), old, ahead],
          [extremes.id, lab.random.title(), ahead, old],
        ],
      ],
    )
    await check(lab)
    const limit = await limitOf(lab.server, ask)
    if (limit) throw mistake('rows-missing', { expected: 'no LIMIT', seen: `LIMIT ${limit}` })
    await expectNoneSkipped(lab, ['conversations', 'title'], async () =>
      (await ask()).map(({ title }) => title),
    )
  },
  { data: (facts) => insertMany(facts, 'conversations (title)') },
)

test('returns two rows when two conversations have the same title', async (lab) => {
  const { title } = lab.chat.conversations[0]!
  await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [title])
  await check(lab)
  // Of the same moment, too; and two that only differ in their capital letters.
  const word = lab.random.word()
  const alike = [word, word, word.toUpperCase()].map((one) => [one])
  await lab.server.query('INSERT INTO conversations (title) VALUES ?', [alike])
  await check(lab)
})

// --- internal ---

/** What the last call answered, in this test or the one before. */
let last: unknown

async function check({ connection, server }: Lab): Promise<void> {
  const expected = await server.query<{ title: string }>('SELECT title FROM conversations')
  const seen: unknown = await titles(connection)
  const isOld = last !== undefined && isDeepStrictEqual(seen, last)
  last = structuredClone(seen)
  if (Array.isArray(seen)) {
    const messages = await server.query<{ content: string }>('SELECT content FROM messages')
    let id = mistakeIn(seen, expected, messages)
    if (id === 'typed-in' && (await asksElsewhere(server, () => titles(connection))))
      id = 'other-database'
    if (id && isOld && id !== 'typed-in') id = 'stale-answer'
    if (id) throw mistake(id, { expected, seen })
  }
  expectRows(seen, expected, 'titles()', { ordered: false })
}

/** The known mistake that a wrong answer shows. */
function mistakeIn(
  seen: unknown[],
  expected: { title: string }[],
  messages: { content: string }[],
): string | undefined {
  const [first] = seen
  if (Array.isArray(first) && first.length > 1) return 'rows-and-fields'
  if (Array.isArray(first)) return 'not-objects'
  const rows = seen.filter((row): row is object => typeof row === 'object' && row !== null)
  if (rows.some((row) => 'title' in row && row.title === 'Weekend in Kazan')) return 'typed-in'
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (names.length > 0 && !names.includes('title')) return 'other-column'
  if (names.length > 1) return 'too-many-columns'
  const told = rows.map((row) => String(Object.values(row)[0]))
  const wanted = expected.map(({ title }) => title)
  const texts = messages.map(({ content }) => content)
  if (told.some((text) => texts.includes(text))) return 'other-table'
  const strange = told.filter((text) => !wanted.includes(text))
  if (strange.length > 0) return told.length === wanted.length ? 'title-changed' : undefined
  if (told.length >= wanted.length) return undefined
  // Equal to the server, that is: in capital letters or not.
  const small = new Set(told.map((title) => title.toLowerCase()))
  return wanted.every((title) => small.has(title.toLowerCase())) ? 'doubles-merged' : 'rows-missing'
}
