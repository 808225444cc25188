import { search } from '#exercise/11-database/7-search'
import { exercise, expectRows, mistake, type Lab } from '#support'
import {
  asText,
  expectErrorPassedOn,
  expectNoFields,
  expectSentApart,
  judgeOrder,
  poolOfOne,
  soon,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('finds a conversation by a part of its title, even without messages', async (lab) => {
  const word = lab.random.word()
  const inside = await add(lab, { title: `About ${word} and more` }, ['Hello'])
  const empty = await add(lab, { title: word })
  const seen = await find(lab, word)
  const details = { expected: [inside, empty], seen }
  if (seen.length === 0) throw mistake('messages-only', details)
  if (seen.every(({ id }) => id === inside.id)) throw mistake('empty-lost', details)
  if (seen.every(({ id }) => id === empty.id)) throw mistake('only-from-the-start', details)
  expectFound(seen, [inside, empty])
})

test('finds a conversation by a part of one of its messages', async (lab) => {
  const word = lab.random.word()
  const one = await add(lab, {}, ['Hello', `Do you know ${word}?`])
  const seen = await find(lab, word)
  if (seen.length === 0) throw mistake('titles-only', { expected: [one], seen })
  expectFound(seen, [one])
})

test('gives each conversation once, however often it holds the text', async (lab) => {
  const word = lab.random.word()
  const one = await add(lab, { title: word }, [word, `${word}!`, 'No'])
  const seen = await find(lab, word)
  if (seen.length > 1) throw mistake('same-twice', { expected: [one], seen })
  expectFound(seen, [one])
})

test('leaves archived conversations out', async (lab) => {
  const word = lab.random.word()
  const one = await add(lab, {}, [word])
  await add(lab, { archived: true }, [word])
  await add(lab, { title: word, archived: true })
  const seen = await find(lab, word)
  if (seen.length > 1) throw mistake('archived-found', { expected: [one], seen })
  expectFound(seen, [one])
})

test('puts the one that changed last first, then the one with the higher id', async (lab) => {
  const word = lab.random.word()
  const times = Array.from({ length: 40 }, (_, index) => `2026-07-0${1 + (index % 3)} 12:00:00`)
  const rows = times.map((time) => [`${word} ${lab.random.word()}`, time])
  await lab.server.query('INSERT INTO conversations (title, updated_at) VALUES ?', [rows])
  const expected = await lab.server.query<Found>(
    'SELECT id, title FROM conversations WHERE LOCATE(?, title) ORDER BY updated_at DESC, id DESC',
    [word],
  )
  const seen = await find(lab, word)
  judgeOrder(seen, expected)
  expectRows(seen, expected, 'search()')
})

test('counts small and capital letters as the same', async (lab) => {
  const word = lab.random.word()
  const one = await add(lab, {}, [word.toUpperCase()])
  const seen = await find(lab, word)
  if (seen.length === 0) throw mistake('case-sensitive', { expected: [one], seen })
  expectFound(seen, [one])
})

test('takes %, _ and backslashes as ordinary characters', async (lab) => {
  const word = lab.random.word()
  for (const mark of ['%', '_', '\\']) {
    const one = await add(lab, {}, [`${word}${mark}x`])
    await add(lab, {}, [`${word}${lab.random.pick(['-', '+'])}x`])
    const seen = await find(lab, `${word}${mark}`)
    const right = seen.length === 1 && seen[0]!.id === one.id
    if (!right) throw mistake('wildcards-left', { expected: [one], seen })
  }
})

test('takes quotes and emoji as text, and sends the text apart from the SQL', async (lab) => {
  const word = lab.random.word()
  for (const text of [`O'${word}`, `"${word}"`, `🍵 ${word}`]) {
    const one = await add(lab, { title: text })
    expectFound(await asText(text, find(lab, text)), [one])
  }
  const pool = poolOfOne(lab)
  await expectSentApart(lab.server, lab.random.word(), (text) => search(pool, text))
})

test('gives an empty array when nothing matches', async (lab) => {
  expectRows(await find(lab, lab.random.word()), [], 'search()')
})

test('lets an error of the server through and keeps no connection', async (lab) => {
  const pool = poolOfOne(lab)
  await expectErrorPassedOn(lab.server, pool, () => search(pool, lab.random.word()))
})

// --- internal ---

interface Found {
  id: number
  title: string
}

async function find(lab: Lab, text: string): Promise<Found[]> {
  const rows: unknown = await soon(search(poolOfOne(lab), text))
  expectNoFields(rows)
  if (!Array.isArray(rows)) expectRows(rows, [], 'search()')
  return (rows as Found[]).map(({ id, title }) => ({ id, title }))
}

function expectFound(seen: Found[], expected: Found[]): void {
  const byId = (rows: Found[]) => rows.toSorted((a, b) => a.id - b.id)
  expectRows(byId(seen), byId(expected), 'search()')
}

/** Adds a conversation with messages. */
async function add(
  { server, random }: Lab,
  { title = random.title(), archived = false }: { title?: string; archived?: boolean },
  messages: string[] = [],
): Promise<Found> {
  await server.query('INSERT INTO conversations (title, is_archived) VALUES (?, ?)', [
    title,
    archived,
  ])
  const [row] = await server.query<{ id: number }>('SELECT MAX(id) AS id FROM conversations')
  for (const content of messages) {
    await server.query(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', ?)",
      [row!.id, content],
    )
  }
  return { id: row!.id, title }
}
