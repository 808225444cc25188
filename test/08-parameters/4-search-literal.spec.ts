import { searchLiteral } from '#exercise/08-parameters/4-search-literal'
import { exercise, expectRows, mistake, sqlOf, type Lab } from '#support'
import { expectErrorPassedOn, expectSentApart } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('finds the messages that contain the text, ordered by id', async (lab) => {
  const { connection, random, server } = lab
  const word = random.word()
  const expected = await addMessages(lab, [
    word,
    `${word} first`,
    `last ${word}`,
    `in the ${word} middle`,
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
  const ids = Array.isArray(result.rows) ? result.rows.map(({ id }) => id) : []
  if (ids.includes(expected[0]!.id) && ids.length < expected.length)
    throw mistake('only-whole-text', details)
  expectRows(result.rows, expected, 'searchLiteral()')
})

test('sends the text apart from the SQL', async ({ connection, random, server }) => {
  await expectSentApart(server, random.word(), (text) => searchLiteral(connection, text))
})

test('takes % and _ as ordinary characters', async (lab) => {
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

test('takes a backslash as an ordinary character', async (lab) => {
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

test('takes quotes and an attack as text', async (lab) => {
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

test('lets an error of the server through', async ({ connection, random, server }) => {
  await expectErrorPassedOn(server, () => searchLiteral(connection, random.word()))
})

// --- internal ---

/** Adds messages with these texts; their rows, ordered by id. */
async function addMessages({ chat, server }: Lab, texts: readonly string[]) {
  const conversation = chat.conversations[0]!.id
  await server.query('INSERT INTO messages (conversation_id, sender, content) VALUES ?', [
    texts.map((text) => [conversation, 'user', text]),
  ])
  const rows = await server.query<{ id: number; content: string }>(
    'SELECT id, content FROM messages ORDER BY id DESC LIMIT ?',
    [texts.length],
  )
  return rows.toReversed()
}

/** @param guilty the mistake to name when other rows come, or when this one does not because of a character left as it was */
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
