import type { RowDataPacket } from 'mysql2/promise'
import { stats } from '#exercise/07-cursor/4-stats'
import {
  byTest,
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectValue,
  mistake,
  rowsRead,
  sqlOf,
  provokeErrors,
  expectTransactionLeft,
  expectTransactionLeftOnError,
  type Lab,
} from '#support'
import { bytesRead } from './probes.ts'
import { expectErrorPassedOn } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('counts the messages and averages their length in characters', async (lab) => {
  const many = Array.from({ length: 1010 }, () => 'one of many')
  const more = [
    'Привет 🍵',
    'x',
    'y',
    '',
    ' \t two  spaces\n  ',
    'of\r\ntwo\r\nlines',
    'a\0b',
    ...many,
  ]
  const contents = [...lab.chat.messages.map(({ content }) => content), ...more]
  await add(lab, more)
  // One is older than its conversation, as another clock or an import may have it.
  const older = "UPDATE messages SET id = -1, timestamp = '1990-01-01 12:00:00' ORDER BY id LIMIT 1"
  await lab.server.query(older)
  await expectStats(lab, contents)
})

test('counts afresh on each call, and counts exactly', async (lab) => {
  const { chat, connection, random, server } = lab
  const contents = chat.messages.map(({ content }) => content)
  for (let call = 0; call < 3; call++) {
    const { result, statements } = await server.observe(() => stats(connection))
    if (result?.messages !== contents.length && /\btable_rows\b/i.test(sqlOf(statements)))
      throw mistake('estimated', { expected: contents.length, seen: result })
    await expectStats(lab, contents)
    const text = random.text()
    await add(lab, [text, text])
    contents.push(text, text)
  }
  // What others have not committed does not count yet, and what they are changing does.
  const changes = `UPDATE messages SET content = 'Not yet'`
  await expectOnlyCommitted(server, changes, () => stats(connection))
  // Two calls at once are two questions.
  await expectChangeSeen(
    connection,
    'DELETE FROM messages LIMIT 1',
    () => stats(connection),
    'stats()',
  )
})

test("leaves the caller's transaction open", async (lab) => {
  const { chat, connection, server } = lab
  const contents = chat.messages.map(({ content }) => content)
  // What the caller has not committed yet counts.
  await connection.query(byTest('START TRANSACTION'))
  await connection.query(byTest('DELETE FROM messages WHERE id = ?'), [chat.messages[0]!.id])
  await expectStats(lab, contents.slice(1))
  await connection.query(byTest('ROLLBACK'))
  await expectTransactionLeft(lab, () => stats(connection))
  await server.query('DELETE FROM messages')
  await expectTransactionLeftOnError(lab, () => stats(connection))
})

test('lets every other error through', async (lab) => {
  await provokeErrors(lab, 'messages.content', stats)
})

test('returns a fraction where the average is one', async (lab) => {
  await lab.server.query('DELETE FROM messages')
  const text = lab.random.text()
  // 3 characters more than the text, divided by three: a whole number for every third text.
  const third = Array.from(text).length % 3 === 0 ? `${text}!` : text
  const contents = ['a', 'bc', third]
  await add(lab, contents)
  await expectStats(lab, contents)
  // The fifth digit is rounded: 1.6667 and 1.3333.
  for (const lengths of [
    ['a', 'bc', 'de'],
    ['a', 'b', 'cd'],
  ]) {
    await lab.server.query('DELETE FROM messages')
    await add(lab, lengths)
    await expectStats(lab, lengths)
  }
  // A thousand times as long, with the same fraction.
  const long = 'x'.repeat(65_535)
  await lab.server.query('DELETE FROM messages')
  await add(lab, [third, long, long])
  await expectStats(lab, [third, long, long])
})

test('returns numbers, not strings', async ({ connection }) => {
  const seen = await stats(connection)
  if (typeof seen.messages === 'string')
    throw mistake('count-is-string', { expected: 'number', seen })
  if (typeof seen.averageLength === 'string')
    throw mistake('average-is-string', { expected: 'number', seen })
  expectValue([typeof seen.messages, typeof seen.averageLength], ['number', 'number'], 'stats()')
})

test('returns 0 and 0 when there are no messages', async ({ connection, server }) => {
  await server.query('DELETE FROM messages')
  const expected = { messages: 0, averageLength: 0 }
  const seen = await stats(connection)
  if (Number.isNaN(seen?.averageLength)) throw mistake('nan-when-empty', { expected, seen })
  if (seen?.averageLength === null) throw mistake('null-when-empty', { expected, seen })
  if (typeof seen?.averageLength === 'string')
    throw mistake('average-is-string', { expected, seen })
  expectValue(seen, expected, 'stats()')
})

test('lets the server count, in one statement', async (lab) => {
  const { connection, server } = lab
  await add(
    lab,
    // Of as many lengths.
    Array.from({ length: 1010 }, (_, n) => 'x'.repeat(n)),
  )
  const before = bytesRead(connection)
  const { statements } = await server.observe(() => stats(connection))
  const bytes = bytesRead(connection) - before
  const sent = rowsRead(statements).map(({ sql }) => sql)
  // Each row takes more than four bytes.
  if (bytes > 1010 * 4 || !sent.some((sql) => /\b(avg|sum|count)\s*\(/i.test(sql)))
    throw mistake('counts-in-javascript', { seen: { sent, bytes } })
  if (sent.length > 1) throw mistake('two-statements', { expected: 1, seen: sent })
})

test('lets server errors through', async ({ connection, server }) => {
  await expectErrorPassedOn(server, () => stats(connection))
})

// --- internal ---

async function add({ chat, server }: Lab, contents: readonly string[]) {
  const { id } = chat.conversations[0]!
  await server.query(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
    [
      // In the future: another clock may be ahead of this server's.
      contents.map((content) => [id, 'user', content, '2037-06-01 12:00:00']),
    ],
  )
}

async function expectStats({ chat, connection }: Lab, contents: readonly string[]) {
  const messages = contents.length
  const mean = (length: (content: string) => number) =>
    contents.reduce((sum, content) => sum + length(content), 0) / messages
  const averageLength = mean((content) => Array.from(content).length)
  const seen = await stats(connection)
  const details = { expected: { messages, averageLength }, seen }
  const near = (value: number) => isNear(seen?.averageLength, value)
  if (typeof seen?.messages === 'string') throw mistake('count-is-string', details)
  if (seen?.messages !== messages) {
    const [counts] = await connection.query<RowDataPacket[]>(
      byTest('SELECT COUNT(*) AS n FROM messages GROUP BY conversation_id'),
    )
    if (counts.some(({ n }) => Number(n) === seen?.messages))
      throw mistake('by-conversation', details)
    expectValue(seen, details.expected, 'stats()')
  }
  if (near(averageLength)) {
    expectValue(Object.keys(seen).toSorted(), ['averageLength', 'messages'], 'stats()')
    return
  }
  if (near(mean((content) => Buffer.byteLength(content))))
    throw mistake('bytes-not-characters', details)
  // A few characters that JavaScript counts twice make as small a difference.
  if (near(mean(({ length }) => length))) expectValue(seen, details.expected, 'stats()')
  const rounded = roundings.filter((round) => near(round(averageLength)))
  if (rounded.length > 0) {
    // Another average may be a round number by chance, but not with some more messages, too.
    const sum = averageLength * messages
    const more = moreTexts(sum, messages)
    const { id } = chat.conversations[0]!
    await connection.query(
      byTest('INSERT INTO messages (conversation_id, sender, content) VALUES ?'),
      [more.map((text) => [id, 'user', text])],
    )
    const then = (sum + more.join('').length) / (messages + more.length)
    const again = await stats(connection)
    if (rounded.some((round) => isNear(again?.averageLength, round(then))))
      throw mistake('rounded', details)
  }
  expectValue(seen, details.expected, 'stats()')
}

// AVG has four decimal places, rounded.
const isNear = (seen: unknown, value: number) => Math.abs(Number(seen) - value) < 0.000051

const roundings = [
  ...[0, 1, 2, 3].map((digits) => (mean: number) => Number(mean.toFixed(digits))),
  // Others are as near to what a text or two less would give.
  ...[0, 4].map((digits) => (mean: number) => Math.floor(mean * 10 ** digits) / 10 ** digits),
]

/** Texts with which the average of all lengths is far from each of its roundings, and not halfway between two. */
function moreTexts(sum: number, messages: number): string[] {
  for (let count = 1; ; count++) {
    for (let length = 1; length <= 50; length++) {
      const mean = (sum + length + count - 1) / (messages + count)
      const [third, fourth] = [(mean * 1e3) % 1, (mean * 1e4) % 1]
      const isFar = third > 0.3 && third < 0.7 && Math.abs(third - 0.5) > 0.05
      if (isFar && fourth > 0.6 && fourth < 0.9)
        return ['x'.repeat(length), ...Array.from({ length: count - 1 }, () => 'x')]
    }
  }
}
