import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'mysql2/promise'
import { search } from '#exercise/11-database/7-search'
import { exercise, expectRows, expectValue, mistake, type Lab } from '#support'
import {
  asText,
  expectErrorsPassedOn,
  expectNoFields,
  expectSentApart,
  outcomeOf,
  poolOfOne,
  readTables,
  soon,
} from './probes.ts'
import {
  askAgain,
  askMeanwhile,
  askWhileAnswered,
  expectAllAskedFor,
  expectOthersStay,
  expectSameMoments,
  judgeRows,
  rowsOf,
  uncommitted,
} from './reads.ts'

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
  const begins = await add(lab, {}, [`${word}? No.`])
  const seen = await find(lab, word)
  const details = { expected: [one, begins], seen }
  if (seen.length === 0) throw mistake('titles-only', details)
  if (seen.every(({ id }) => id === begins.id)) throw mistake('only-from-the-start', details)
  expectFound(seen, [one, begins])
  // One character is enough.
  const letter = await add(lab, {}, ['so: ჰ'])
  expectFound(await find(lab, 'ჰ'), [letter])
  // And each one counts, whatever becomes of it at the end of a word.
  const whole = await add(lab, {}, ['Ο λόγος'])
  await add(lab, {}, ['Ο λόγο'])
  expectFound(await find(lab, 'λόγος'), [whole])
  // What else is in a row is not text to search.
  const mute = await add(lab, { title: 'ჯ' }, ['ჯ'])
  const { messages } = await readTables(lab.server)
  for (const text of ['user', 'ai', 'user: ჯ', 'ai: ჯ', '20', `${messages.at(-1)!.id}`]) {
    const ids = idsOf(await soon(search(poolOfOne(lab), text)))
    expectValue(ids.includes(mute.id), false, `search('${text}')`)
  }
  // Where one text ends and the next one begins, there is nothing.
  const [title, first, second] = [lab.random.word(), lab.random.word(), lab.random.word()]
  await add(lab, { title }, [first, second])
  const pool = poolOfOne(lab)
  for (const between of ['', ' ', ',', ', ', '", "', '\n', '\n\n', '\t', '|', '\0'])
    for (const text of [`${title}${between}${first}`, `${first}${between}${second}`])
      expectRows(await soon(search(pool, text)), [], `search('${text}')`)
})

test('searches every message, no matter who wrote it or what came after it', async (lab) => {
  for (const sender of ['user', 'ai'] as const) {
    for (const place of [0, 1, 2]) {
      const word = lab.random.word()
      const filler = 'No. '.repeat(500)
      const messages = [filler, filler, filler].with(place, `Do you know ${word}?`)
      const one = await add(lab, {}, messages, sender)
      const seen = await find(lab, word)
      if (seen.length === 0)
        throw mistake('some-messages-only', { expected: [one], seen: `${sender}: none` })
      expectFound(seen, [one])
    }
  }
  // Far behind in a long one, among more than a thousand in another conversation.
  const word = lab.random.word()
  const many = await add(
    lab,
    {},
    Array.from({ length: 1010 }, () => word),
  )
  const one = await add(lab, {}, [`${'x'.repeat(60_000)}${word}`])
  const titled = await add(lab, { title: word })
  const seen = await find(lab, word)
  if (!seen.some(({ id }) => id === one.id))
    throw mistake('some-messages-only', { expected: [many, one, titled], seen })
  expectFound(seen, [many, one, titled])
})

test('returns each conversation once, however often it contains the text', async (lab) => {
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
  const times = Array.from(
    { length: 1010 },
    (_, n) => `20${n % 4 ? 26 : 37}-07-0${1 + (n % 3)} 12:00:00`,
  )
  // Some have it in their title, some in a message, some in both.
  const other = lab.random.word()
  const rows = times.map((time, n) => [n % 5 ? `${word} ${n}` : other, time])
  await lab.server.query(
    `INSERT INTO conversations (title, updated_at) VALUES ?;
     INSERT INTO messages (conversation_id, content)
       SELECT id, ? FROM conversations WHERE title = ? OR id % 7 = 0 AND LOCATE(?, title)`,
    [rows, word, other, word],
  )
  const sql = `SELECT id, title, updated_at FROM conversations
    WHERE LOCATE(?, title) OR title = ? ORDER BY updated_at DESC, id DESC`
  const expected = await rowsOf(lab, sql, [word, other])
  judgeRows(await soon(search(poolOfOne(lab), word)), expected, 'search()')
  await expectSameMoments(lab, (pool) => search(pool, word), sql, [word, other])
  await expectOthersStay(
    lab,
    (pool) => search(pool, word),
    expected,
    (id) => lab.server.query('DELETE FROM conversations WHERE id = ?', [id]),
  )
  await expectAllAskedFor(lab, (pool) => search(pool, word), [
    'INSERT INTO conversations (title)',
    [word],
  ])
})

test('treats upper and lower case as the same', async (lab) => {
  for (const word of [lab.random.word(), `чай ${lab.random.word()}`]) {
    const everyOther = (rest: number) =>
      [...word].map((letter, n) => (n % 2 === rest ? letter.toUpperCase() : letter)).join('')
    for (const [stored, searched] of [
      [word.toUpperCase(), word],
      [word, word.toUpperCase()],
      [everyOther(0), everyOther(1)],
    ] as const) {
      const one = await add(lab, {}, [stored])
      const seen = await find(lab, searched)
      if (seen.length === 0) throw mistake('case-sensitive', { expected: [one], seen })
      expectFound(seen, [one])
      await lab.server.query('DELETE FROM conversations WHERE id = ?', [one.id])
    }
  }
  // JavaScript writes the last sigma of a word in another way.
  const one = await add(lab, {}, ['ΟΔΟΣΑ'])
  const seen = await find(lab, 'ΟΔΟΣ')
  if (seen.length === 0) throw mistake('case-sensitive', { expected: [one], seen })
  expectFound(seen, [one])
})

test('treats %, _, backslashes and everything else as ordinary characters', async (lab) => {
  const searches = lab.random.searches()
  const newest = lab.chat.conversations.at(-1)!.id
  // What means something to a pattern and to LIKE comes last: it tells less.
  const kind = ({ term }: { term: string }) => {
    const isWild = wildcards.test(term)
    if (replacements.test(term)) return 2
    return patterns.test(term) ? (isWild ? 4 : 0) : isWild ? 1 : 3
  }
  for (const one of searches.toSorted((a, b) => kind(a) - kind(b))) {
    const { term, hit, misses } = one
    await lab.server.query(
      `INSERT INTO conversations (title) VALUES ?;
       INSERT INTO messages (conversation_id, content) SELECT id, title FROM conversations WHERE id > ?`,
      [misses.map((miss) => [miss]), newest],
    )
    const expected = [await add(lab, { title: hit }), await add(lab, {}, [hit])]
    const { value: seen = [], error } = await outcomeOf(() => asText(term, find(lab, term)))
    await lab.server.query('DELETE FROM conversations WHERE id > ?', [newest])
    if (!error && isDeepStrictEqual(idsOf(seen), idsOf(expected))) continue
    const details = { expected: { [term]: hit }, seen: error ?? seen.map(({ title }) => title) }
    // A regular expression has failed before.
    if (replacements.test(term)) throw mistake('text-changed', details)
    const isMissFound = seen.some(({ title }) => misses.includes(title))
    if (patterns.test(term) && (error || isMissFound || term.includes('\\E')))
      throw mistake('taken-for-a-pattern', details)
    // A character that a regular expression would know may be the one that escapes.
    if (wildcards.test(term) || patterns.test(term)) throw mistake('wildcards-left', details)
    if (error) throw error
    if (/^\s|\s$|\s{2}|[\n<\0\u200B“]/.test(term) || term.normalize('NFKC') !== term)
      throw mistake('text-changed', details)
    if (/^[a-z]+$/.test(term) && seen.length === 0) throw mistake('whole-words-only', details)
    expectFound(seen, expected)
  }
})

test('finds the empty string everywhere', async (lab) => {
  const sql = `SELECT id, title, updated_at FROM conversations
    WHERE is_archived = 0 ORDER BY updated_at DESC, id DESC`
  const expected = await rowsOf(lab, sql)
  const seen: unknown = await soon(search(poolOfOne(lab), ''))
  if (Array.isArray(seen) && seen.length === 0)
    throw mistake('nothing-for-empty', { expected, seen })
  judgeRows(seen, expected, 'search()')
})

test('treats quotes and emoji as text, and sends the text separately from the SQL', async (lab) => {
  const word = lab.random.word()
  for (const text of [`O'${word}`, `"${word}"`, `🍵 ${word}`]) {
    const one = await add(lab, { title: text })
    expectFound(await asText(text, find(lab, text)), [one])
  }
  // A letter, a digit, a mark, a blank; and a number that is an id.
  await lab.server.query('INSERT INTO conversations (id, title) VALUES (?, ?)', [7_060_504, word])
  for (const text of ['q', '7', '.', ' ', '\n', '7060504']) {
    const sql = `SELECT id, title, updated_at FROM conversations WHERE is_archived = 0
      AND (LOCATE(?, title) OR id IN (SELECT conversation_id FROM messages WHERE LOCATE(?, content)))
      ORDER BY updated_at DESC, id DESC`
    judgeRows(
      await soon(search(poolOfOne(lab), text)),
      await rowsOf(lab, sql, [text, text]),
      `search('${text}')`,
    )
  }
  // However long it is.
  const long = 'long and '.repeat(1000)
  const ends = await add(lab, {}, [`${long}${word}`])
  await add(lab, {}, [`${long}the end`])
  const found = await find(lab, `${long}${word}`)
  if (found.length !== 1) throw mistake('text-changed', { expected: [ends], seen: found })
  const pool = poolOfOne(lab)
  await expectSentApart(lab.server, lab.random.word(), (text) => search(pool, text))
})

test('asks the server afresh on each call', async (lab) => {
  const word = lab.random.word()
  await add(lab, { title: word })
  const again = await askAgain(
    lab,
    (pool) => search(pool, word),
    () => add(lab, {}, [word]),
  )
  expectValue(again.length, 2, 'search().length')
  // No conversation is newer than before.
  const { id } = lab.chat.conversations.find((row) => !row.is_archived)!
  const third = await askAgain(
    lab,
    (pool) => search(pool, word),
    () =>
      lab.server.query('INSERT INTO messages (conversation_id, content) VALUES (?, ?)', [id, word]),
  )
  expectValue(third.length, 3, 'search().length')
  // Nor is there one more of anything.
  const renamed = await askAgain(
    lab,
    (pool) => search(pool, word),
    () =>
      lab.server.query(
        "UPDATE conversations SET title = CONCAT(LEFT(title, 99), '!'), updated_at = updated_at",
      ),
  )
  expectValue(renamed.length, 3, 'search().length')
  const meanwhile = await askWhileAnswered(
    lab,
    (pool) => search(pool, word),
    () => add(lab, { title: word }),
  )
  if (meanwhile) expectValue(meanwhile.length, 4, 'search().length')
  else await add(lab, { title: word })
  for (const column of ['messages SET content', 'conversations SET title']) {
    const change = `UPDATE ${column} = '${uncommitted}'`
    const seen = await askMeanwhile(lab, (pool) => search(pool, word), change, 'search()')
    expectValue(seen.length, 4, 'search().length')
  }
})

test('returns an empty array when nothing matches', async (lab) => {
  expectRows(await find(lab, lab.random.word()), [], 'search()')
})

test('lets a server error through and keeps no connection', async (lab) => {
  const ask = (pool: Pool) => search(pool, lab.random.word())
  await expectErrorsPassedOn(lab, ask, ['conversations', 'messages'])
})

// --- internal ---

/** Characters that are special in a regular expression, and nowhere else. */
const patterns = /[.*+?{}()[\]|^$]/

/** What String.replace() puts something else in the place of. */
const replacements = /\$[$&]/

/** What LIKE does not take for itself: a \\, or another character that escapes. */
const wildcards = /[\\%_~]/

/** Of messages: long ago, one of these years, and by a clock that was wrong. */
const times = ['2016-01-01 12:00:00', '2026-07-01 12:00:00', '2037-01-01 12:00:00']

interface Found {
  id: number
  title: string
}

/** One for each test: it asks for many texts, and beside it others wait for a connection. */
const pools = new WeakMap<Lab, Pool>()

async function find(lab: Lab, text: string): Promise<Found[]> {
  const pool = pools.get(lab) ?? poolOfOne(lab)
  pools.set(lab, pool)
  const rows: unknown = await soon(search(pool, text))
  expectNoFields(rows)
  if (!Array.isArray(rows)) expectRows(rows, [], 'search()')
  return (rows as Found[]).map(({ id, title }) => ({ id, title }))
}

const idsOf = (rows: Found[]) => rows.map(({ id }) => id).toSorted((a, b) => a - b)

function expectFound(seen: Found[], expected: Found[]): void {
  const byId = (rows: Found[]) => rows.toSorted((a, b) => a.id - b.id)
  expectRows(byId(seen), byId(expected), 'search()')
}

/** Adds a conversation with messages. */
async function add(
  { server, random }: Lab,
  { title = random.title(), archived = false }: { title?: string; archived?: boolean },
  messages: string[] = [],
  sender: 'user' | 'ai' = random.pick(['user', 'ai']),
): Promise<Found> {
  await server.query('INSERT INTO conversations (title, is_archived) VALUES (?, ?)', [
    title,
    archived,
  ])
  const [row] = await server.query<{ id: number }>('SELECT MAX(id) AS id FROM conversations')
  if (messages.length > 0)
    await server.query(
      'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
      [messages.map((content, n) => [row!.id, sender, content, times[n % times.length]])],
    )
  return { id: row!.id, title }
}
