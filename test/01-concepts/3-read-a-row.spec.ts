import { findConversation } from '#exercise/01-concepts/3-read-a-row'
import { exercise, expectValue, mistake, rowsRead, type Lab } from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the conversation with this id', async (lab) => {
  for (const { id, title } of lab.random.shuffle(lab.chat.conversations)) {
    const expected = { id, title }
    const seen: unknown = await findConversation(lab.connection, id)
    const known = mistakeIn(seen, expected, lab)
    if (known) throw mistake(known, { expected, seen })
    expectValue(seen, expected, 'findConversation()')
  }
})

test('returns undefined when there is no such conversation', async ({ connection, chat }) => {
  const missing = chat.conversations.at(-1)!.id + 1
  const seen: unknown = await findConversation(connection, missing).catch((error: unknown) => {
    throw Number((Object(error) as { errno?: number }).errno) ? error : none(error)
  })
  if (seen !== undefined) throw none(seen)
})

test('lets the server find it, and fetches no other row', async ({ connection, chat, server }) => {
  const { id } = chat.conversations[1]!
  const { statements } = await server.observe(() => findConversation(connection, id))
  const others = rowsRead(statements).filter(({ sql }) => !new RegExp(`\\b${id}\\b`).test(sql))
  if (others.length > 0) throw mistake('whole-table', { seen: others.map(({ sql }) => sql) })
})

test('treats whatever comes as a value, never as SQL', async ({ connection, chat }) => {
  await findConversation(connection, chat.conversations[0]!.id)
  const attack = `${chat.conversations.at(-1)!.id + 1} OR 1 = 1`
  // A refusal is as good an answer as none.
  const seen: unknown = await findConversation(connection, attack as never).catch(() => undefined)
  if (seen !== undefined && seen !== null) throw mistake('sql-built-from-strings', { seen })
})

// --- internal ---

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
