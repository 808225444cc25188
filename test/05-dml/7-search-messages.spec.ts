import type { Connection } from 'mysql2/promise'
import { searchMessages } from '#exercise/05-dml/7-search-messages'
import {
  exercise,
  expectApart,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectSavepointLeft,
  expectTransactionLeftOnError,
  mistake,
  rowsRead,
  sqlOf,
  wordIn,
  type Lab,
} from '#support'
import { judgeFound, type FoundRow } from './found.ts'
import {
  asText,
  expectChangesSeen,
  expectErrorPassedOn,
  expectFresh,
  expectNoLimit,
  expectNotCapped,
  measure,
  silently,
} from './probes.ts'
import {
  addBurst,
  addConversation,
  addExtremes,
  addMessages,
  insertManyMessages,
  second,
  unfinished,
} from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('finds the messages that contain the text, with the titles of their conversations', async (lab) => {
  const word = lab.random.word()
  const texts = [word, `${word} first`, `last ${word}`, `${word}${word}`, `in the ${word} middle`]
  for (const [index, content] of texts.entries()) {
    const { id } = lab.chat.conversations[index]!
    await addMessages(lab, id, [{ content, timestamp: second(index) }])
  }
  await lab.server.query("UPDATE conversations SET title = '' WHERE id = ?", [
    lab.chat.conversations[0]!.id,
  ])
  const { result, statements } = await lab.server.observe(() => outcome(search(lab, word)))
  const sql = `${sqlOf(statements)}\n${result.error?.sql ?? ''}`
  if (/like\s+'%(\?|'\w+')%'/i.test(sql)) {
    throw mistake('placeholder-in-quotes', { expected: 'LIKE ?', seen: sql })
  }
  if (result.error) throw result.error
  await judgeFound(lab.server, result.rows, word)
})

test('joins each message with its own conversation', async (lab) => {
  const word = lab.random.word()
  // Ids of messages that are ids of conversations as well.
  const ids = lab.chat.conversations.map(({ id }) => id)
  for (const [index, id] of ids.entries()) {
    const content = `${word} ${index}`
    await lab.server.query(
      "INSERT INTO messages (id, conversation_id, sender, content) VALUES (?, ?, 'ai', ?)",
      [id, ids.at(index - 1), content],
    )
  }
  await expectFound(lab, word)
})

test('searches the messages of archived conversations too, and no titles', async (lab) => {
  const word = lab.random.word()
  const archived = await addConversation(lab, { archived: true })
  await addMessages(lab, archived, [{ content: `It is ${word}` }, {}])
  const id = await addConversation(lab)
  await lab.server.query('UPDATE conversations SET title = ? WHERE id = ?', [word, id])
  await addMessages(lab, id, [{}, { content: `${word} here` }])
  await expectFound(lab, word)
  // The word for one of the two who write is a text, too.
  await expectFound(lab, 'user')
})

test('returns the newest first, and within one second the one with the higher id', async (lab) => {
  const word = lab.random.word()
  const id = await addBurst(lab, 2)
  await lab.server.query(
    'UPDATE messages SET content = CONCAT(content, ?) WHERE conversation_id = ?',
    [word, id],
  )
  await addMessages(lab, id, [{ content: `late ${word}`, timestamp: '2026-06-14 10:00:00' }])
  let number = 0
  await addExtremes(lab, () => `${word} ${(number += 1)}`)
  await expectFound(lab, word)
})

test('treats upper and lower case as the same', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const word = lab.random.word()
  await addMessages(lab, id, [{ content: `Привет, ${word}!` }, { content: `ПРИВЕТ, ${word}!` }])
  await expectFound(lab, `ПРИВЕТ, ${word}`)
})

test('treats percent signs, underscores and backslashes as ordinary characters', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const word = lab.random.word()
  const texts = [
    `100% ${word}`,
    `100 ${word}`,
    `a_${word}`,
    `ab${word}`,
    `C:\\${word}`,
    `C:${word}`,
    `${word}\\%`,
    `${word}%`,
  ]
  await addMessages(
    lab,
    id,
    texts.map((content) => ({ content })),
  )
  for (const text of [`100% ${word}`, `a_${word}`]) await expectFound(lab, text, 'wildcards-left')
  for (const text of [`C:\\${word}`, `${word}\\%`]) await expectFound(lab, text, 'backslash-left')
})

test('treats quotes as text', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const word = lab.random.word()
  // One without a text contains none of them.
  await addMessages(lab, id, [{ content: '' }])
  for (const content of [`It's ${word}`, `"${word}"`, `?${word}`]) {
    await addMessages(lab, id, [{ content }])
    await expectFound(lab, content)
  }
})

test('sends one query, and fetches only what was found', async (lab) => {
  const id = await addConversation(lab)
  const word = lab.random.word()
  const found = { content: `${word} ${lab.random.text()}` }
  const other = { content: lab.random.word().repeat(50) }
  await addMessages(lab, id, [
    ...Array.from({ length: 60 }, () => other),
    found,
    found,
    found,
    found,
    found,
  ])
  const ask = () => measure(lab.connection, () => search(lab, word))
  const { result, statements } = await lab.server.observe(ask)
  if (result.bytes > 10_000) {
    throw mistake('filters-in-javascript', {
      expected: '< 3000 bytes',
      seen: `${result.bytes} bytes`,
    })
  }
  // Nothing contains this; as a pattern, it fits them all.
  const { bytes } = await measure(lab.connection, () => search(lab, '%_%'))
  if (bytes > 10_000)
    throw mistake('filters-in-javascript', { expected: '< 3000 bytes', seen: `${bytes} bytes` })
  const sent = rowsRead(statements).filter(({ sql }) => !sql.startsWith('SHOW'))
  if (sent.length > 4) throw mistake('one-query-per-row', { expected: 1, seen: sent.length })
})

test('takes every text literally, as it was given', async (lab) => {
  const { id } = lab.chat.conversations[0]!
  const searches = lab.random.searches()
  const texts = searches.flatMap(({ hit, misses }) => [hit, ...misses])
  await addMessages(
    lab,
    id,
    texts.map((content) => ({ content })),
  )
  // First what is easiest to recognise: a space is not a pattern, and `|` may also be what an ESCAPE names.
  const rank = ({ term }: { term: string }) =>
    /^ | $|  /.test(term) ? 0 : term.includes('|') ? 3 : /[%_\\]/.test(term) ? 2 : 1
  for (const { term } of searches.toSorted((one, other) => rank(one) - rank(other))) {
    await expectFound(lab, term, guilty(term))
  }
  const word = lab.random.word()
  // What an ESCAPE names is an ordinary character, too.
  const { statements } = await lab.server.observe(() => search(lab, word))
  const [, escape] = /\bescape\s+'([^'\\])'/i.exec(sqlOf(statements)) ?? []
  if (escape) {
    const contents = [`${escape}${word}${escape}%`, word, `${word}${escape}x`]
    await addMessages(
      lab,
      id,
      contents.map((content) => ({ content })),
    )
    for (const text of [`${escape}${word}`, `${word}${escape}%`]) await expectFound(lab, text)
  }
  // Only the last word of a long message.
  const far = lab.random.word()
  await addMessages(lab, id, [{ content: `${'long '.repeat(12_000)}${far}` }])
  await expectFound(lab, far)
  // A letter, a digit, a mark; and a number that is an id.
  const [{ newest } = {}] = await lab.server.query<{ newest: number }>(
    'SELECT MAX(id) AS newest FROM messages',
  )
  for (const text of ['q', '7', '.', String(newest), String(id)]) await expectFound(lab, text)
  const odd = [`${word}\t\0\u00A0 🍵👩‍🚀\r\n`, `${word}${'long '.repeat(2000)}`]
  // Only the end is missing from the last one.
  await addMessages(
    lab,
    id,
    [...odd.map((text) => `${text}!`), odd[1]!.slice(0, -5)].map((content) => ({ content })),
  )
  for (const text of odd) await expectFound(lab, text, 'text-changed')
  await expectFound(lab, odd[1]!.slice(0, 150).toUpperCase())
})

test(
  'finds every message when the text is empty, however many there are',
  async (lab) => {
    await addMessages(lab, lab.chat.conversations[0]!.id, [{ content: '' }])
    // In this one nobody has said anything.
    await addConversation(lab)
    const seen: unknown = await search(lab, '')
    if (Array.isArray(seen) && seen.length === 0) throw mistake('empty-text', { seen })
    const rows = await lab.server.query<{ id: number; content: string }>(
      'SELECT id, content FROM messages ORDER BY timestamp DESC, id DESC',
    )
    const all = rows.map(({ id }) => ({ id }))
    const isMissing = ({ id }: { id: number }) =>
      Array.isArray(seen) && seen.every((row) => row.id !== id)
    const missing = rows.filter(isMissing)
    if (missing.length > 0 && missing.every(({ content }) => content === ''))
      throw mistake('empty-text', { expected: missing, seen: 'no message without a text' })
    expectNotCapped(seen, all)
    expectRows(Array.isArray(seen) ? seen.map(({ id }) => ({ id })) : seen, all, 'searchMessages()')
    await expectNoLimit(lab, () => search(lab, ''))
  },
  { data: ({ chat }) => insertManyMessages(chat.conversations.at(-1)!.id) },
)

test('asks the server afresh on each call', async (lab) => {
  const word = lab.random.word()
  const { id } = lab.chat.conversations[0]!
  await addMessages(lab, id, [{ content: word }])
  const other = { ...lab, connection: await lab.connect() }
  const another = wordIn(lab.chat.messages[0]!.content)
  await expectApart([() => search(lab, word), () => search(other, another)], 'searchMessages()')
  const first = await search(lab, word)
  await addMessages(lab, id, [{ content: word }])
  expectFresh(first, await search(lab, word), 'one message more')
  await expectFound(lab, word)
  await expectChangesSeen(lab, () => search(lab, word), [silently.messages, silently.conversations])
  const again = () => search(lab, word)
  const change = silently.messages
  await expectChangeSeen(lab.connection, change, again, 'searchMessages()', 'stale-answer')
  await expectFound(lab, word)
  // What others have not committed is not there yet.
  await expectOnlyCommitted(lab.server, unfinished, () => search(lab, word))
})

test("leaves the caller's transaction open", async (lab) => {
  await expectSavepointLeft(lab.connection, () =>
    searchMessages(lab.connection, 'nobody says this'),
  )
  await expectTransactionLeftOnError(lab, () =>
    searchMessages(lab.connection, wordIn(lab.chat.messages[0]!.content)),
  )
})

test('lets server errors through', async (lab) => {
  // One that finds something: if no row matches, nothing is refused.
  const { content } = lab.chat.messages[0]!
  await expectErrorPassedOn(lab, 'messages.content', (given: Connection) =>
    searchMessages(given, wordIn(content)),
  )
})

// --- internal ---

async function search({ connection }: Lab, text: string): Promise<FoundRow[]> {
  try {
    return await asText(text, searchMessages(connection, text))
  } catch (error) {
    const { errno, message } = Object(error) as { errno?: number; message?: string }
    // MySQL Error Reference: 3685–3699 concern regular expressions.
    if (!errno || errno < 3685 || errno > 3699) throw error
    throw mistake('regexp-pattern', { expected: text, seen: message })
  }
}

/** The mistake that messages other than those that contain `text` mean. */
function guilty(text: string): string | undefined {
  if (/^ | $|  /.test(text)) return 'text-changed'
  if (text.includes('|')) return undefined
  if (text.includes('\\E')) return 'regexp-pattern'
  if (/\$[$&]/.test(text)) return 'text-changed'
  if (text.includes('\\')) return 'backslash-left'
  if (/[%_]/.test(text)) return 'wildcards-left'
  return /[.*+?{}[\]()^$]/.test(text) ? 'regexp-pattern' : 'text-changed'
}

/** @param guilty the mistake to name when messages other than the right ones came */
async function expectFound(lab: Lab, text: string, guilty?: string): Promise<void> {
  await judgeFound(lab.server, await search(lab, text), text, guilty)
}

function outcome<T>(asked: Promise<T>): Promise<{ rows?: T; error?: Error & { sql?: string } }> {
  return asked.then(
    (rows) => ({ rows }),
    (error: Error) => ({ error }),
  )
}
