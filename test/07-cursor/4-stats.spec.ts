import { stats } from '#exercise/07-cursor/4-stats'
import { exercise, expectValue, mistake, rowsRead, type Lab } from '#support'
import { expectErrorPassedOn } from './outcomes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('counts the messages and averages their length in characters', async (lab) => {
  const contents = [...lab.chat.messages.map(({ content }) => content), 'Привет 🍵', 'x']
  await add(lab, contents.slice(-2))
  await expectStats(lab, contents)
})

test('gives a fraction where the average is one', async (lab) => {
  await lab.server.query('DELETE FROM messages')
  const text = lab.random.text()
  // 3 characters more than the text, shared by three: a whole number for every third text.
  const third = Array.from(text).length % 3 === 0 ? `${text}!` : text
  const contents = ['a', 'bc', third]
  await add(lab, contents)
  await expectStats(lab, contents)
})

test('gives numbers, not strings', async ({ connection }) => {
  const seen = await stats(connection)
  if (typeof seen.messages === 'string')
    throw mistake('count-is-string', { expected: 'number', seen })
  if (typeof seen.averageLength === 'string')
    throw mistake('average-is-string', { expected: 'number', seen })
  expectValue([typeof seen.messages, typeof seen.averageLength], ['number', 'number'], 'stats()')
})

test('gives 0 and 0 when there are no messages', async ({ connection, server }) => {
  await server.query('DELETE FROM messages')
  const expected = { messages: 0, averageLength: 0 }
  const seen = await stats(connection)
  if (Number.isNaN(seen?.averageLength)) throw mistake('nan-when-empty', { expected, seen })
  if (seen?.averageLength === null) throw mistake('null-when-empty', { expected, seen })
  if (typeof seen?.averageLength === 'string')
    throw mistake('average-is-string', { expected, seen })
  expectValue(seen, expected, 'stats()')
})

test('lets the server count, in one statement', async ({ connection, server }) => {
  const { statements } = await server.observe(() => stats(connection))
  const sent = rowsRead(statements).map(({ sql }) => sql)
  if (!sent.some((sql) => /\b(avg|sum|count)\s*\(/i.test(sql)))
    throw mistake('counts-in-javascript', { seen: sent })
  if (sent.length > 1) throw mistake('two-statements', { expected: 1, seen: sent })
})

test('lets an error of the server through', async ({ connection, server }) => {
  await expectErrorPassedOn(server, () => stats(connection))
})

// --- internal ---

async function add({ chat, server }: Lab, contents: readonly string[]) {
  const { id } = chat.conversations[0]!
  await server.query('INSERT INTO messages (conversation_id, sender, content) VALUES ?', [
    contents.map((content) => [id, 'user', content]),
  ])
}

async function expectStats({ connection }: Lab, contents: readonly string[]) {
  const messages = contents.length
  const mean = (length: (content: string) => number) =>
    contents.reduce((sum, content) => sum + length(content), 0) / messages
  const averageLength = mean((content) => Array.from(content).length)
  const seen = await stats(connection)
  const details = { expected: { messages, averageLength }, seen }
  const near = (value: number) => Math.abs(Number(seen?.averageLength) - value) < 0.001
  if (Number(seen?.messages) !== messages) {
    throw mistake(
      Number(seen?.messages) < messages ? 'by-conversation' : 'count-is-string',
      details,
    )
  }
  if (near(averageLength)) return
  if (near(mean((content) => Buffer.byteLength(content))))
    throw mistake('bytes-not-characters', details)
  const rounded = [0, 1, 2].map((digits) => Number(averageLength.toFixed(digits)))
  if ([Math.floor(averageLength), ...rounded].some(near)) throw mistake('rounded', details)
  expectValue(seen, details.expected, 'stats()')
}
