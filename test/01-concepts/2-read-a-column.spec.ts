import { messageTexts } from '#exercise/01-concepts/2-read-a-column'
import {
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectValue,
  limitOf,
  literalsOf,
  inCallersTransaction,
  inNoOrder,
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

test('returns the text of every message', async (lab) => {
  await setUnusually(lab)
  await check(lab)
  {
    using _ = inNoOrder(lab.connection)
    await check(lab)
  }
  await inCallersTransaction(lab, () => check(lab))
})

test(
  'returns every text as it is: alike, empty, with an emoji',
  async (lab) => {
    const [first] = lab.chat.messages
    const texts = [first!.content, first!.content, ...lab.random.hostile('text')]
    // Digits are a text, too, and so is what a comparison takes for the empty one: a space without a width.
    texts.push('0070', '\u200B')
    await lab.server.query('INSERT INTO messages (conversation_id, sender, content) VALUES ?', [
      texts.map((content) => [first!.conversation_id, 'user', content]),
    ])
    // A sender need not be one of the two. Texts hold whatever the answer's SQL does.
    const ask = () => messageTexts(lab.connection)
    const held = ["''", ...(await literalsOf(lab.server, ask))].flatMap((one) => [
      `(${first!.conversation_id}, '', CONCAT('${lab.random.word()}', ${one}, 'b'))`,
      `(${first!.conversation_id}, '', CONCAT(${one}))`,
    ])
    await lab.server.query(
      `INSERT IGNORE INTO messages (conversation_id, sender, content) VALUES ${held.join()}`,
    )
    const [old, ahead] = extremes.times
    await lab.server.query(
      'INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES ?',
      [
        [
          [-1, first!.conversation_id, 'ai', lab.random.text(), old],
          [extremes.id, first!.conversation_id, 'ai', lab.random.text(), ahead],
        ],
      ],
    )
    await check(lab)
    const limit = await limitOf(lab.server, ask)
    if (limit) throw mistake('rows-missing', { expected: 'no LIMIT', seen: `LIMIT ${limit}` })
    await expectNoneSkipped(lab, ['messages', 'content'], ask)
  },
  {
    data: (facts) =>
      insertMany(
        facts,
        'messages (content, conversation_id, sender)',
        `, ${facts.chat.conversations[0]!.id}, 'user'`,
      ),
  },
)

test('asks the server on each call', async (lab) => {
  await check(lab)
  await lab.server.query('DELETE FROM messages WHERE id = ?', [lab.chat.messages[0]!.id])
  await check(lab)
  // As many rows as before, with the same ids.
  const text = lab.random.text()
  await lab.server.query('UPDATE messages SET content = ? ORDER BY id LIMIT 1', [text])
  await check(lab)
  // What others have not committed is not there yet.
  const changes = `UPDATE messages SET content = 'Not yet'; DELETE FROM messages ORDER BY id LIMIT 1`
  await expectOnlyCommitted(lab.server, changes, () => messageTexts(lab.connection))
  // Two calls at once are two questions.
  const change = `UPDATE messages SET content = 'In between'`
  await expectChangeSeen(
    lab.connection,
    change,
    () => messageTexts(lab.connection),
    'messageTexts()',
    'stale-answer',
  )
  await expectErrors(lab, 'messages', messageTexts)
})

test('returns an empty array when there are no messages', async (lab) => {
  await lab.server.query('DELETE FROM messages')
  await check(lab)
})

// --- internal ---

/** What the last call answered, in this test or the one before. */
let last: unknown

async function check({ connection, server }: Lab): Promise<void> {
  const rows = await server.query<{ content: string }>('SELECT content FROM messages')
  const expected = rows.map(({ content }) => content)
  const seen: unknown = await messageTexts(connection).catch((error: unknown) => {
    throw error instanceof TypeError && expected.length === 0
      ? mistake('fails-when-empty', { expected, seen: error.message })
      : error
  })
  const isOld = last !== undefined && isDeepStrictEqual(seen, last)
  last = structuredClone(seen)
  let id = mistakeIn(seen, expected)
  if (id === 'typed-in' && (await asksElsewhere(server, () => messageTexts(connection))))
    id = 'other-database'
  const isRight = Array.isArray(seen) && seen.toSorted().join() === expected.toSorted().join()
  if (isOld && !isRight && id !== 'typed-in' && id !== 'other-database') id = 'stale-answer'
  if (id) throw mistake(id, { expected, seen })
  if (!Array.isArray(seen)) return expectValue(seen, expected, 'messageTexts()')
  const asRows = (texts: unknown[]) => texts.map((content) => ({ content }))
  expectRows(asRows(seen), asRows(expected), 'messageTexts()', { ordered: false })
}

/** The known mistake that a wrong answer shows. */
function mistakeIn(seen: unknown, expected: string[]): string | undefined {
  if (typeof seen === 'string') return 'one-text'
  if (!Array.isArray(seen)) return undefined
  if (Array.isArray(seen[0])) return 'rows-and-fields'
  if (seen.some((one) => typeof one === 'object' && one !== null)) return 'rows-not-texts'
  if (seen.some((one) => one === undefined)) return 'other-property'
  if (seen.includes('What can I see in Kazan in two days?')) return 'typed-in'
  if (seen.length > 1 && seen.every((one) => !expected.includes(one))) return 'other-column'
  const missing = expected.filter((text) => !seen.includes(text))
  if (seen.some((one) => !expected.includes(one))) {
    // One that was cut in two is not there as it was, either.
    const isCut = seen.length > expected.length && missing.length > 0
    return isCut || seen.length === expected.length ? 'text-changed' : undefined
  }
  if (seen.length >= expected.length) return undefined
  if (seen.length === 1) return 'first-only'
  if (missing.length === 0) return 'doubles-merged'
  return missing.every((text) => text === '') ? 'empty-left-out' : 'rows-missing'
}
