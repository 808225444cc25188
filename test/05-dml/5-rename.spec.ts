import type { Connection } from 'mysql2/promise'
import { rename } from '#exercise/05-dml/5-rename'
import {
  betweenNow,
  byTest,
  exercise,
  expectRows,
  expectTransactionLeft,
  expectValue,
  expectWaited,
  mistake,
  type Lab,
} from '#support'
import {
  asText,
  expectCommitted,
  expectErrorPassedOn,
  expectNone,
  expectRefused,
  expectText,
  idsThatAreNone,
  readTables,
} from './probes.ts'
import { addTwin } from './rows.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('renames the conversation, and its updated_at moves', async (lab) => {
  // An archived one and an active one, with the same title; the program's clock is two days ahead, its zone another one.
  const connection = await lab.connect({ timezone: '+05:00' })
  for (const [index, hours] of [3, 9].entries()) {
    const { id } = lab.chat.conversations[index + 1]!
    const updated_at = `${2014 + 12 * index * 2}-01-01 00:00:00`
    // Long ago, or by a clock that was wrong, far ahead.
    await lab.server.query('UPDATE conversations SET updated_at = ? WHERE id = ?', [updated_at, id])
    const title = lab.random.title()
    await connection.query(byTest(`SET time_zone = '+0${hours}:00'`))
    await lab.asItIs()
    const { expectNow } = await betweenNow(lab.server, () =>
      expectAnswer({ ...lab, connection }, id, title, 'renamed'),
    )
    await expectCommitted({ ...lab, connection })
    const [row] = await lab.server.query<{ title: string; updated_at: string }>(
      'SELECT title, updated_at FROM conversations WHERE id = ?',
      [id],
    )
    if (row!.title !== title && titleOf(lab, id) === row!.title)
      throw mistake('never-written', { expected: title, seen: row!.title })
    expectText(row!.title, title)
    if (row!.updated_at === updated_at)
      throw mistake('updated-at-held', { expected: 'now', seen: updated_at })
    expectNow(row!.updated_at, 'conversations.updated_at')
  }
})

test('leaves everything else alone', async (lab) => {
  // An archived one and an active one, with the same title.
  for (const { id } of lab.chat.conversations.slice(1, 3)) await expectOnlyRenamed(lab, id)
  // Two conversations may have the same title, and nearly the same.
  const [first, , , other] = lab.chat.conversations
  await expectAnswer(lab, first!.id, other!.title, 'renamed')
  await expectAnswer(lab, first!.id, `${other!.title}!`, 'renamed')
  // One that somebody else is changing is there.
  await expectWaited(
    lab.server,
    `UPDATE conversations SET title = 'Not yet' WHERE id = ${first!.id}`,
    () => call(lab, first!.id, lab.random.title()),
    'renamed',
  )
  // Two at once.
  const titles = [lab.random.title(), lab.random.title()] as const
  const elsewhere = { ...lab, connection: await lab.connect() }
  await Promise.all([call(lab, first!.id, titles[0]), call(elsewhere, other!.id, titles[1])])
  const renamed = await lab.server.query<{ title: string }>(
    'SELECT title FROM conversations WHERE id IN (?) ORDER BY id',
    [[first!.id, other!.id]],
  )
  expectValue(
    renamed.map(({ title }) => title),
    titles,
    'Promise.all(rename(), rename())',
  )
  await lab.server.query('INSERT INTO conversations (id) VALUES (-5)')
  await expectAnswer(lab, -5, lab.random.title(), 'renamed')
  // The title that nobody has chosen is one, too.
  await expectAnswer(lab, -5, 'New conversation', 'renamed')
  const [given] = await lab.server.query('SELECT title FROM conversations WHERE id = -5')
  expectText(given!.title, 'New conversation')
  for (const id of idsThatAreNone) {
    const title = lab.random.title()
    await call(lab, id, title).catch(() => {})
    const { conversations } = await readTables(lab.server)
    const seen = conversations.filter((row) => row.title === title)
    expectNone(id, seen)
  }
})

test('says "unchanged" when the title is already the same, and writes nothing', async (lab) => {
  const before = await readTables(lab.server)
  for (const { id, title } of lab.chat.conversations)
    await expectAnswer(lab, id, title, 'unchanged')
  const after = await readTables(lab.server)
  expectRows(after.conversations, before.conversations, 'conversations')
  // Somebody else gives it a different title, and this one is new again.
  const [{ id }, title] = [lab.chat.conversations[0]!, lab.random.title()]
  await expectAnswer(lab, id, title, 'renamed')
  await lab.server.query("UPDATE conversations SET title = 'Another' WHERE id = ?", [id])
  const seen: unknown = await call(lab, id, title)
  const [row] = await lab.server.query('SELECT title FROM conversations WHERE id = ?', [id])
  if (seen === 'unchanged' && row!.title !== title)
    throw mistake('never-written', { expected: 'renamed', seen })
  judgeAnswer(seen, 'renamed')
})

test('treats a change of case, accent or space as a change', async (lab) => {
  const { id } = lab.random.pick(lab.chat.conversations)
  const word = lab.random.word()
  const titles = [
    `Ёлка ${word}`,
    `ёлка ${word}`,
    `елка ${word}`,
    `елка ${word} `,
    `елка  ${word}`,
    `e\u0301 ${word}`,
    `é ${word}`,
    `é\t${word}`,
    `é\u00A0${word}`,
    `é\u00A0${word}\u00AD`,
    `é\u00A0${word}\u200B`,
    `é\u00A0${word} ①`,
    `é\u00A0${word} 1`,
    // The checksum of both is the same.
    'plumless',
    'buckeroo',
    `❤ ${word}`,
    `❤\uFE0F ${word}`,
    `❤\uFE0F\u200D ${word}`,
    `${word.padEnd(254, 'x')}1`,
    `${word.padEnd(254, 'x')}2`,
  ]
  const longAgo = '2014-01-01 00:00:00'
  for (const title of titles) {
    await lab.server.query('UPDATE conversations SET updated_at = ? WHERE id = ?', [longAgo, id])
    await expectAnswer(lab, id, title, 'renamed')
    const [row] = await lab.server.query(
      'SELECT title, updated_at FROM conversations WHERE id = ?',
      [id],
    )
    expectText(row!.title, title)
    if (row!.updated_at === longAgo)
      throw mistake('updated-at-held', { expected: 'now', seen: longAgo })
  }
})

test('writes every title exactly, character by character', async (lab) => {
  const { id } = lab.random.pick(lab.chat.conversations)
  for (const title of lab.random.hostile('title')) {
    const seen: unknown = await call(lab, id, title)
    const [row] = await lab.server.query('SELECT title FROM conversations WHERE id = ?', [id])
    if (title === '' && row!.title !== '')
      throw mistake('empty-text', { expected: '', seen: row!.title })
    if (seen === 'missing') judgeAnswer(seen, 'renamed')
    expectText(row!.title, title)
    judgeAnswer(seen, 'renamed')
    judgeAnswer(await call(lab, id, title), 'unchanged')
  }
})

test('says "missing" when there is no such conversation, and creates none', async (lab) => {
  const before = await readTables(lab.server)
  const seen = await call(lab, 999_999, lab.random.title())
  const after = await readTables(lab.server)
  if (after.conversations.length > before.conversations.length) {
    throw mistake('creates-missing', { expected: before.conversations, seen: after.conversations })
  }
  judgeAnswer(seen, 'missing')
  for (const { title } of lab.chat.conversations.slice(0, 2)) {
    const taken: unknown = await call(lab, 999_999, title)
    if (taken !== 'missing') throw mistake('missing-by-title', { expected: 'missing', seen: taken })
  }
  const { id } = lab.chat.conversations[0]!
  for (const none of [-id, id + 0.5]) judgeAnswer(await call(lab, none, 'none'), 'missing')
  expectRows(after.conversations, before.conversations, 'conversations')
})

test('treats quotes and backslashes as text', async (lab) => {
  const { id } = lab.random.pick(lab.chat.conversations)
  const word = lab.random.word()
  for (const title of [`O'${word}`, `"${word}"`, `${word}\\`, `\\'${word}`, `?${word}`]) {
    await expectAnswer(lab, id, title, 'renamed')
    const [row] = await lab.server.query('SELECT title FROM conversations WHERE id = ?', [id])
    expectValue(row!.title, title, 'conversations.title')
  }
})

test("leaves the caller's transaction open", async (lab) => {
  const { id } = lab.chat.conversations[0]!
  for (const title of [lab.random.word(), 'x'.repeat(256)])
    await expectTransactionLeft(lab, () => rename(lab.connection, id, title))
  // Missing, and unchanged.
  for (const one of [999_999, id])
    await expectTransactionLeft(lab, () => rename(lab.connection, one, titleOf(lab, id)))
})

test('lets server errors through', async (lab) => {
  const { connection, random } = lab
  const { id } = lab.chat.conversations[0]!
  const tooLong = () => rename(connection, id, 'x'.repeat(256))
  await expectRefused(tooLong, 'ER_DATA_TOO_LONG (1406)', 1406)
  const ask = (given: Connection) => rename(given, id, random.word())
  await expectErrorPassedOn(lab, 'UPDATE ON conversations', ask)
  await expectErrorPassedOn(lab, 'conversations.title', ask)
})

// --- internal ---

async function expectOnlyRenamed(lab: Lab, id: number): Promise<void> {
  const title = lab.random.title()
  await addTwin(lab, id)
  const before = await readTables(lab.server)
  await call(lab, id, title)
  const after = await readTables(lab.server)
  const titles = after.conversations.filter((row) => row.id !== id && row.title === title)
  if (titles.length > 0) {
    throw mistake('renames-all', { expected: before.conversations, seen: after.conversations })
  }
  const own = (rows: { id: number }[]) =>
    rows.filter((row) => row.id === id).map((row) => ({ ...row, title, updated_at: '' }))
  if (JSON.stringify(own(before.conversations)) !== JSON.stringify(own(after.conversations))) {
    throw mistake('replaces-row', {
      expected: own(before.conversations),
      seen: own(after.conversations),
    })
  }
  const others = (rows: { id: number }[]) => rows.filter((row) => row.id !== id)
  expectRows(others(after.conversations), others(before.conversations), 'conversations')
  expectRows(after.messages, before.messages, 'messages')
}

type Answer = 'renamed' | 'unchanged' | 'missing'

const titleOf = ({ chat }: Lab, id: number) =>
  chat.conversations.find((row) => row.id === id)!.title

const wrongAnswers = new Map([
  ['renamed, not unchanged', 'affected-rows-alone'],
  ['missing, not unchanged', 'changed-rows-alone'],
  ['unchanged, not missing', 'changed-rows-alone'],
  ['unchanged, not renamed', 'wrong-word'],
  ['missing, not renamed', 'wrong-word'],
])

function call({ connection }: Lab, id: number, title: string): Promise<Answer> {
  return asText(title, rename(connection, id, title))
}

async function expectAnswer(lab: Lab, id: number, title: string, expected: Answer): Promise<void> {
  const [old] = await lab.server.query('SELECT title, updated_at FROM conversations WHERE id = ?', [
    id,
  ])
  const seen: unknown = await call(lab, id, title)
  const [row] = await lab.server.query('SELECT title, updated_at FROM conversations WHERE id = ?', [
    id,
  ])
  if (
    seen === 'unchanged' &&
    expected === 'renamed' &&
    old!.title !== title &&
    sameLetters(old!.title, title)
  ) {
    throw mistake('compares-by-collation', { expected: [old!.title, title], seen })
  }
  if (row && seen === 'renamed' && row.title !== old!.title) expectText(row.title, title)
  if (seen === 'renamed' && expected === 'unchanged' && row!.updated_at !== old!.updated_at) {
    throw mistake('touches-unchanged', { expected, seen })
  }
  judgeAnswer(seen, expected)
}

/** Equal except for case, accents, space, and characters that are not seen. */
function sameLetters(one: unknown, other: unknown): boolean {
  const bare = (text: unknown) =>
    String(text)
      .normalize('NFKC')
      .replaceAll(/[\s\u00AD\u200B]/g, '')
      .toLowerCase()
      .replaceAll('ё', 'е')
  return bare(one) === bare(other)
}

function judgeAnswer(seen: unknown, expected: Answer): void {
  if (seen === expected) return
  const id = wrongAnswers.get(`${String(seen)}, not ${expected}`)
  if (id) throw mistake(id, { expected, seen })
  expectValue(seen, expected, 'rename()')
}
