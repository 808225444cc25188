import { findByTitle } from '#exercise/08-parameters/2-find-by-title'
import { exercise, expectRows, mistake, type Lab } from '#support'
import { expectErrorPassedOn, expectSentApart } from './probes.ts'

// A value may travel apart in a user variable.
const test = exercise(import.meta.url, { tables: 'chat', leaves: ['@'] })

test('finds every conversation that bears the title, ordered by id', async (lab) => {
  const title = lab.random.title()
  const expected = await addConversations(lab, [title, title, title])
  const seen: unknown = await findByTitle(lab.connection, title)
  const rows = Array.isArray(seen) ? seen : [seen]
  if (rows.length === 1) throw mistake('first-row-only', { expected, seen })
  expectRows(seen, expected, 'findByTitle()')
})

test('sends the title apart from the SQL', async ({ connection, random, server }) => {
  await expectSentApart(server, random.word(), (title) => findByTitle(connection, title))
})

test('takes quotes, backslashes and an attack as text', async (lab) => {
  const word = lab.random.word()
  const titles = [
    `O'${word}`,
    `"${word}"`,
    `${word}\\`,
    `${word}\\'`,
    `' OR '1'='1 ${word}`,
    `?${word}`,
  ]
  for (const row of await addConversations(lab, titles)) {
    const seen = await findByTitle(lab.connection, row.title)
    if (Array.isArray(seen) && seen.length === 0)
      throw mistake('escaped-too-much', { expected: [row], seen })
    expectRows(seen, [row], 'findByTitle()')
  }
})

test('takes % and _ as ordinary characters', async (lab) => {
  const word = lab.random.word()
  const [percent, low] = await addConversations(lab, [
    `100% ${word}`,
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

test('answers a title that nobody bears with an empty array', async ({ connection, random }) => {
  expectRows(await findByTitle(connection, random.word()), [], 'findByTitle()')
})

test('lets an error of the server through', async ({ connection, random, server }) => {
  await expectErrorPassedOn(server, () => findByTitle(connection, random.word()))
})

// --- internal ---

/** Adds conversations with these titles; their rows, ordered by id. */
async function addConversations({ server }: Lab, titles: readonly string[]) {
  await server.query('INSERT INTO conversations (title) VALUES ?', [titles.map((title) => [title])])
  const rows = await server.query<{ id: number; title: string }>(
    'SELECT id, title FROM conversations ORDER BY id DESC LIMIT ?',
    [titles.length],
  )
  return rows.toReversed()
}
