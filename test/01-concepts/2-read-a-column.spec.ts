import { messageTexts } from '#exercise/01-concepts/2-read-a-column'
import { exercise, expectRows, found, mistake, type Lab } from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

test('returns the text of every message', async (lab) => {
  await check(lab)
})

test('returns every text as it is: alike, empty, with an emoji', async (lab) => {
  const [first] = lab.chat.messages
  for (const content of [first!.content, '', `🍵 ${lab.random.word()}`]) {
    await lab.server.query(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [first!.conversation_id, content],
    )
  }
  await check(lab)
})

test('returns an empty array when there are no messages', async (lab) => {
  await lab.server.query('DELETE FROM messages')
  await check(lab)
})

// --- internal ---

async function check({ connection, server }: Lab): Promise<void> {
  const rows = await server.query<{ content: string }>('SELECT content FROM messages')
  const expected = rows.map(({ content }) => content)
  const seen: unknown = await messageTexts(connection).catch((error: unknown) => {
    throw error instanceof TypeError && expected.length === 0
      ? mistake('fails-when-empty', { expected, seen: error.message })
      : error
  })
  const id = mistakeIn(seen, expected)
  if (id) throw mistake(id, { expected, seen })
  if (!Array.isArray(seen))
    throw found('finding.not-rows', { what: 'messageTexts()', seen: String(seen) })
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
  if (seen.length >= expected.length || seen.some((one) => !expected.includes(one)))
    return undefined
  if (seen.length === 1) return 'first-only'
  if (expected.includes('') && !seen.includes('')) return 'empty-left-out'
  return expected.every((text) => seen.includes(text)) ? 'doubles-merged' : undefined
}
