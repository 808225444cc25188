import { isDeepStrictEqual } from 'node:util'
import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/08-parameters/4-search-literal'
import {
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  mistake,
  sqlOf,
  provokeErrors,
  refuseByNumber,
  setUnusually,
  expectTransactionLeftOnError,
  type Lab,
  type ConversationRow,
  type Search,
} from '#support'
import {
  expectFresh,
  expectNoCondition,
  expectUnlimited,
  expectSentApart,
  noticeClosed,
  storedBackwards,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })
const searchLiteral = noticeClosed(answer.searchLiteral)

test(
  'finds the messages that contain the text, ordered by id',
  async (lab) => {
    const { connection, random, server } = lab
    const word = random.word()
    const expected = await addMessages(lab, [
      word,
      `${word} first`,
      `last ${word}`,
      `in the ${word} middle`,
      `${'long '.repeat(400)}${word}`,
      ...Array.from({ length: 1006 }, () => `${word} again`),
    ])
    const { result, statements } = await server.observe(() =>
      outcome(searchLiteral(connection, word)),
    )
    const sql = sqlOf(statements)
    const details = { expected, seen: result.rows ?? result.error }
    if (/\blike\s+(concat\()?\s*'[^']*\?[^']*'/i.test(sql))
      throw mistake('placeholder-in-quotes', { expected, seen: sql })
    if (result.error?.errno === 1064 && /\blike\s+%/i.test(result.error.sql ?? '')) {
      throw mistake('percent-outside-quotes', { expected, seen: result.error.sql })
    }
    if (result.error) throw result.error
    const placeOf = new Map(expected.map(({ id }, index) => [id, placeAt(lab, index)]))
    expectNoCondition(
      result.rows,
      expected,
      ({ id }) => placeOf.get(id)!.archived,
      ({ id }) => placeOf.get(id)!.sender,
      ({ id }) => placeOf.get(id)!.at,
    )
    const ids = Array.isArray(result.rows) ? result.rows.map(({ id }) => id) : []
    if (ids.includes(expected[0]!.id) && !ids.includes(expected[3]!.id))
      throw mistake('only-whole-text', details)
    expectRows(result.rows, expected, 'searchLiteral()')
    // A list that was kept from the first time would be out of date.
    const more = await addMessages(lab, [word])
    const renewed = await searchLiteral(connection, word)
    expectFresh(renewed, [...expected, ...more], result.rows)
    expectRows(renewed, [...expected, ...more], 'searchLiteral()')
    // What others have not committed is not there yet, and what they are changing is.
    const changes = `DELETE FROM messages ORDER BY id DESC LIMIT 1`
    const ask = () => searchLiteral(connection, word)
    await expectOnlyCommitted(server, changes, ask)
    // Two calls at once are two questions.
    await expectChangeSeen(connection, changes, ask, 'searchLiteral()')
    await expectUnlimited(server, () => searchLiteral(connection, word))
  },
  { data: () => storedBackwards('messages') },
)

test('sends the text separately from the SQL', async ({ connection, random, server }) => {
  await expectSentApart(server, random.word(), (text) => searchLiteral(connection, text))
  // With what has to be escaped, too.
  const ask = (text: string) => searchLiteral(connection, `${text}%_\\'"`)
  await expectSentApart(server, random.word(), ask)
})

test('treats % and _ as ordinary characters', async (lab) => {
  const word = lab.random.word()
  const [percent, low] = await addMessages(lab, [
    `${word} 100% serious`,
    `${word}_name`,
    `${word} 100 times serious`,
    `${word}Xname`,
  ])
  await expectOnly(lab, `${word} 100% serious`, percent!, 'wildcards-left')
  await expectOnly(lab, `${word}_n`, low!, 'wildcards-left')
})

test('treats a backslash as an ordinary character', async (lab) => {
  const word = lab.random.word()
  const [path, mark] = await addMessages(lab, [
    `C:\\${word}`,
    `${word}\\%`,
    `C:${word}`,
    `${word}%`,
  ])
  await expectOnly(lab, `C:\\${word}`, path!, 'backslash-left')
  await expectOnly(lab, `${word}\\%`, mark!, 'backslash-left')
})

test('treats quotes and an attack as text', async (lab) => {
  const word = lab.random.word()
  for (const row of await addMessages(lab, [
    `It's ${word}`,
    `"${word}"`,
    `' OR '1'='1 ${word}`,
    `|!~?#${word}`,
  ])) {
    await expectOnly(lab, row.content, row, 'wildcards-left')
  }
})

test('takes every text exactly as it is', async (lab) => {
  await setUnusually(lab)
  const searches = lab.random.searches()
  await addMessages(
    lab,
    searches.flatMap(({ hit, term, misses }) => [
      hit,
      ...misses,
      // Escaped, although it is not a pattern.
      ...(/[%_]/.test(term) ? [term.replaceAll(/[%_]/g, '\\$&')] : []),
    ]),
  )
  // First the most telling one: any of the later ones may fail for the same reason.
  const ordered = searches.toSorted((one, other) => rank(one) - rank(other))
  const { result, statements } = await lab.server.observe(async () => {
    const outcomes = []
    for (const { term } of ordered)
      outcomes.push(await outcome(searchLiteral(lab.connection, term)))
    return outcomes
  })
  const sql = sqlOf(statements)
  for (const [index, search] of ordered.entries()) {
    const { rows, error } = result[index]!
    const expected = await containing(lab, search.term, rows)
    const name = nameOf(search, rows, expected, sql)
    if (name) throw mistake(name, { expected, seen: rows ?? error })
    if (error) throw error
    expectRows(rows, expected, 'searchLiteral()')
  }
})

test('takes a text of any length', async (lab) => {
  const text = `${lab.random.word()} ${'to and fro '.repeat(4000)}`
  const [row] = await addMessages(lab, [`Then ${text}again`, text.slice(0, -1), text.slice(1)])
  expectRows(await searchLiteral(lab.connection, text), [row!], 'searchLiteral()')
  // Short ones are in the middle, too; and digits are a text.
  await addMessages(lab, ['agent 007x', 'agent 7x', 'a☂b'])
  for (const short of ['☂', '007', ' ', '   ', '\n', '0']) {
    const seen = await searchLiteral(lab.connection, short)
    expectRows(seen, await containing(lab, short, seen), 'searchLiteral()')
  }
})

test('finds the empty string in every message', async ({ connection, chat, server }) => {
  await server.query("INSERT INTO messages (conversation_id, content) VALUES (?, '')", [
    chat.conversations[0]!.id,
  ])
  const expected = await server.query('SELECT id, content FROM messages ORDER BY id')
  await searchLiteral(connection, chat.messages[0]!.content)
  expectRows(await searchLiteral(connection, ''), expected, "searchLiteral('')")
})

test('lets server errors through', async (lab) => {
  const ask = (connection: Connection) => searchLiteral(connection, '')
  await provokeErrors(lab, 'messages.content', ask)
  await refuseByNumber(lab, ask)
})

test("leaves the caller's transaction open", async (lab) => {
  await expectTransactionLeftOnError(lab, () => searchLiteral(lab.connection, 'a'))
})

// --- internal ---

/** The mistakes that explain more than a character come first. */
const rank = ({ term }: Search) =>
  [/^[a-z]+$/, /^[a-z]+ [a-z]+$/, /^[^\\]*[%_][^\\]*$/, /^/].findIndex((kind) => kind.test(term))

/** The rows that contain a text: by collation, or by bytes if all that was found does. The task leaves that open. */
async function containing(lab: Lab, text: string, found: unknown) {
  const rows = await lab.server.query<{ id: number; content: string }>(
    'SELECT id, content FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
    [text],
  )
  const holds = (row: { content?: unknown } | null) => String(row?.content).includes(text)
  return Array.isArray(found) && found.every(holds) ? rows.filter(holds) : rows
}

/** The mistake that these rows prove, if they prove one. */
function nameOf(
  { term, misses }: Search,
  rows: unknown,
  expected: readonly object[],
  sql: string,
): string | undefined {
  if (isDeepStrictEqual(rows, expected)) return undefined
  if (/\b(regexp|rlike)\w*\b/i.test(sql)) return 'regexp-for-like'
  if (!Array.isArray(rows)) return undefined
  const contents = rows.map((row) => String(row?.content))
  const wrong = misses.some((miss) => contents.includes(miss))
  if (/^\w+$/.test(term)) return rows.length === 0 ? 'only-whole-words' : undefined
  if (/^\w+ \w+$/.test(term)) return wrong ? 'word-by-word' : undefined
  if (term.includes('\\')) return 'backslash-left'
  if (/[%_]/.test(term)) return wrong ? 'wildcards-left' : 'escaped-too-much'
  return 'text-changed'
}

/** Messages alternate between senders, between an active and an archived conversation, and between past and future. */
function placeAt({ chat }: Lab, index: number) {
  const [active, archived] = [0, 1].map((flag) =>
    chat.conversations.find((one) => one.is_archived === flag)!,
  ) as [ConversationRow, ConversationRow]
  const conversation = index % 4 < 2 ? active : archived
  return {
    conversation: conversation.id,
    archived: conversation.is_archived,
    sender: index % 2 === 0 ? 'user' : 'ai',
    at: index % 3 === 0 ? '2037-06-01 12:00:00' : '2025-06-01 12:00:00',
  }
}

/** Adds messages with these texts; their rows, ordered by id. */
async function addMessages(lab: Lab, texts: readonly string[]) {
  const { server } = lab
  await server.query(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
    [
      texts.map((text, index) => {
        const { conversation, sender, at } = placeAt(lab, index)
        return [conversation, sender, text, at]
      }),
    ],
  )
  const rows = await server.query<{ id: number; content: string }>(
    'SELECT id, content FROM messages ORDER BY id DESC LIMIT ?',
    [texts.length],
  )
  return rows.toReversed()
}

/** @param guilty the mistake to name when other rows come, or when this one is missing because a character was left as it was */
async function expectOnly({ connection }: Lab, text: string, row: { id: number }, guilty: string) {
  const seen = await searchLiteral(connection, text)
  const ids = Array.isArray(seen) ? seen.map(({ id }) => id) : []
  const details = { expected: [row], seen }
  if (Array.isArray(seen) && ids.length > 1) throw mistake(guilty, details)
  if (Array.isArray(seen) && !ids.includes(row.id)) {
    throw mistake(guilty === 'backslash-left' ? guilty : 'escaped-too-much', details)
  }
  expectRows(seen, [row], 'searchLiteral()')
}

function outcome<T>(
  asked: Promise<T>,
): Promise<{ rows?: T; error?: Error & { errno?: number; sql?: string } }> {
  return asked.then(
    (rows) => ({ rows }),
    (error: Error) => ({ error }),
  )
}
