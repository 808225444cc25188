import { findConversation } from '#exercise/01-concepts/3-read-a-row'
import {
  exercise,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectValue,
  inCallersTransaction,
  mistake,
  setUnusually,
  wordIn,
  type Lab,
} from '#support'
import { asksElsewhere, countRows, expectErrors, extremes } from './look-alikes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the conversation with this id', async (lab) => {
  await setUnusually(lab)
  for (const { id, title } of lab.random.shuffle(lab.chat.conversations))
    await expectFound(lab, { id, title })
  const connections = [lab.connection, await lab.connect()]
  await expectApart(
    connections.map((one, index) => () => findConversation(one, lab.chat.conversations[index]!.id)),
    'findConversation()',
  )
  const { id, title } = lab.chat.conversations[0]!
  await inCallersTransaction(lab, () => expectFound(lab, { id, title }))
})

test('returns its title as it is, and as it is now', async (lab) => {
  const { connection, random, server } = lab
  const { id, title: first } = lab.chat.conversations[0]!
  let before: unknown = first
  // Digits are a text, too.
  for (const title of [...random.hostile('title'), '0070']) {
    await server.query('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
    const expected = { id, title }
    const seen: unknown = await findConversation(connection, id)
    if (seen === undefined) throw mistake('not-found', { expected })
    if (Object(seen).title === before) throw mistake('stale-answer', { expected, seen })
    if (Object(seen).id === id && Object(seen).title !== title)
      throw mistake('title-changed', { expected, seen })
    expectValue(seen, expected, 'findConversation()')
    before = Object(seen).title
  }
})

test('returns undefined when there is no such conversation', async (lab) => {
  const { connection, chat, random, server } = lab
  const ids = chat.conversations.map(({ id }) => id)
  const [first] = ids as [number]
  const gaps = ids.map((id) => id + 1).filter((id) => !ids.includes(id))
  // Up or down, rounded they are an id.
  const fractions = [first + 0.5, first - 0.5, first + 0.25]
  for (const missing of [...gaps.toReversed(), 0, -first, ...fractions, 2 ** 32 + first]) {
    const seen: unknown = await findConversation(connection, missing).catch((error: unknown) => {
      throw Number((Object(error) as { errno?: number }).errno) ? error : none(error)
    })
    const isRow = ids.includes(Object(seen).id)
    if (isRow) throw mistake('another-row', { expected: `nothing for ${missing}`, seen })
    if (seen !== undefined) throw none(seen)
  }
  // The greatest id but one, asked for the first time.
  const great = { id: extremes.id - 1, title: random.title() }
  await server.query('INSERT INTO conversations (id, title) VALUES (?)', [Object.values(great)])
  await expectFound(lab, great)
  // Nothing was remembered: now there is one, with the greatest of all ids, and far ahead of its time.
  const [missing, title] = [extremes.id, random.title()]
  await findConversation(connection, missing)
  await server.query('INSERT INTO conversations (id, title, created_at) VALUES (?, ?, ?)', [
    missing,
    title,
    extremes.times[1],
  ])
  const seen: unknown = await findConversation(connection, missing)
  if (seen === undefined) throw mistake('stale-answer', { expected: { id: missing, title }, seen })
  await expectFound(lab, { id: missing, title })
  await server.query('UPDATE conversations SET id = -1, created_at = ? WHERE id = ?', [
    extremes.times[0],
    missing,
  ])
  const gone: unknown = await findConversation(connection, missing)
  if (gone !== undefined) throw mistake('stale-answer', { expected: undefined, seen: gone })
  await expectFound(lab, { id: -1, title })
  await server.query('UPDATE conversations SET id = 0 WHERE id = -1')
  await expectFound(lab, { id: 0, title })
  // What others have not committed is not there yet.
  await expectOnlyCommitted(server, "UPDATE conversations SET title = 'Not yet'", () =>
    findConversation(connection, first),
  )
  // Two calls at once are two questions.
  const change = `UPDATE conversations SET title = 'In between'`
  const ask = () => findConversation(connection, first)
  await expectChangeSeen(connection, change, ask, 'findConversation()', 'stale-answer')
  await expectErrors(lab, 'conversations', (given) => findConversation(given, first))
})

test('lets the server find it, and fetches no other row', async ({ connection, chat }) => {
  const rows = countRows(connection)
  for (const { id } of chat.conversations.slice(0, 2)) {
    const before = rows()
    await findConversation(connection, id)
    const after = rows()
    const fetched = after.rows - before.rows
    if (fetched > 1) throw mistake('whole-table', { expected: '1 row', seen: `${fetched} rows` })
    // All rows fit into one, as JSON.
    const text = after.text.slice(before.text.length)
    const words = chat.conversations.map(({ title }) => wordIn(title))
    if (new Set(words.filter((word) => text.includes(word))).size > 1)
      throw mistake('whole-table', { expected: '1 title', seen: text })
  }
  // Where there is none, nothing is fetched.
  const before = rows().text.length
  await findConversation(connection, chat.conversations[0]!.id - 1)
  const text = rows().text.slice(before)
  if (chat.conversations.some(({ title }) => text.includes(wordIn(title))))
    throw mistake('whole-table', { expected: 'no title', seen: text })
})

test('treats whatever comes as a value, never as SQL', async ({ connection, chat }) => {
  await findConversation(connection, chat.conversations[0]!.id)
  const missing = chat.conversations.at(-1)!.id + 1
  for (const attack of ["' OR '1' = '1", '" OR "1" = "1', ' || 1 = 1', ' OR 1 = 1']) {
    // A rejection is as acceptable as an empty answer, unless the value has become a part of the SQL.
    const seen: unknown = await findConversation(connection, `${missing}${attack}` as never).catch(
      (error: { errno?: number; message: string }) =>
        error?.errno === 1064 ? error.message : undefined,
    )
    if (seen !== undefined && seen !== null) throw mistake('sql-built-from-strings', { seen })
  }
  // A caller without types may pass nothing at all.
  for (const nothing of [null, undefined] as never[]) {
    const seen: unknown = await findConversation(connection, nothing).catch(() => undefined)
    if (seen !== undefined && seen !== null)
      throw mistake('another-row', { expected: `nothing for ${String(nothing)}`, seen })
  }
  for (const pattern of ['%', '_']) {
    const found: unknown = await findConversation(connection, pattern as never).catch(
      () => undefined,
    )
    if (found !== undefined && found !== null) throw mistake('id-as-pattern', { seen: found })
  }
})

// --- internal ---

async function expectFound(lab: Lab, expected: { id: number; title: string }): Promise<void> {
  const ask = () => findConversation(lab.connection, expected.id)
  const seen: unknown = await ask()
  let known = mistakeIn(seen, expected, lab)
  // There may be one with this id there, too.
  const another = known === undefined && Object(seen).title !== expected.title
  const elsewhere = another || ['typed-in', 'not-found'].includes(known ?? '')
  if (elsewhere && (await asksElsewhere(lab.server, ask))) known = 'other-database'
  if (known) throw mistake(known, { expected, seen })
  expectValue(seen, expected, 'findConversation()')
}

/** The known mistake that a wrong answer shows. */
function mistakeIn(
  seen: unknown,
  expected: { id: number; title: string },
  { chat }: Lab,
): string | undefined {
  if (Array.isArray(seen)) return 'rows-not-row'
  if (seen === undefined || seen === null) return 'not-found'
  if (typeof seen !== 'object') return 'not-a-row'
  const { id, title } = seen as { id?: number; title?: string }
  if (title === 'Weekend in Kazan') return 'typed-in'
  if (id === expected.id && Object.keys(seen).some((name) => !(name in expected)))
    return 'too-many-columns'
  const another = chat.conversations.some((one) => one.id === id && one.title === title)
  return another && id !== expected.id ? 'another-row' : undefined
}

function none(seen: unknown) {
  return mistake('missing-not-undefined', { expected: undefined, seen })
}
