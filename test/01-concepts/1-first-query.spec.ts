import { titles } from '#exercise/01-concepts/1-first-query'
import { exercise, expectRows, mistake, type Lab } from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the title of every conversation', async (lab) => {
  await check(lab)
})

test('asks the server: a conversation that was just added is in the result too', async (lab) => {
  await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [lab.random.title()])
  await check(lab)
  await lab.server.query('DELETE FROM conversations')
  await check(lab)
})

test('returns two rows when two conversations have the same title', async (lab) => {
  const { title } = lab.chat.conversations[0]!
  await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [title])
  await check(lab)
})

// --- internal ---

async function check({ connection, server }: Lab): Promise<void> {
  const expected = await server.query<{ title: string }>('SELECT title FROM conversations')
  const seen: unknown = await titles(connection)
  if (Array.isArray(seen)) {
    const id = mistakeIn(seen, expected, await server.query('SELECT content FROM messages'))
    if (id) throw mistake(id, { expected, seen })
  }
  expectRows(seen, expected, 'titles()', { ordered: false })
}

/** The known mistake that a wrong answer shows. */
function mistakeIn(
  seen: unknown[],
  expected: { title: string }[],
  messages: object[],
): string | undefined {
  if (Array.isArray(seen[0])) return 'rows-and-fields'
  const rows = seen.filter((row): row is object => typeof row === 'object' && row !== null)
  if (rows.some((row) => 'title' in row && row.title === 'Weekend in Kazan')) return 'typed-in'
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (names.length > 0 && !names.includes('title')) return 'other-column'
  if (names.length > 1) return 'too-many-columns'
  const told = rows.map((row) => String(Object.values(row)[0]))
  const wanted = expected.map(({ title }) => title)
  const texts = messages.map((row) => String(Object.values(row)[0]))
  if (told.some((text) => texts.includes(text))) return 'other-table'
  if (told.length >= wanted.length || told.some((text) => !wanted.includes(text))) return undefined
  return wanted.every((title) => told.includes(title)) ? 'doubles-merged' : 'rows-missing'
}
