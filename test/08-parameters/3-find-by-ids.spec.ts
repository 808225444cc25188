import type { Connection } from 'mysql2/promise'
import * as answer from '#exercise/08-parameters/3-find-by-ids'
import {
  exercise,
  expectChangeSeen,
  expectOnlyCommitted,
  expectRows,
  expectValue,
  mistake,
  rowsRead,
  sqlOf,
  provokeErrors,
  refuseByNumber,
  expectTransactionLeftOnError,
  type Lab,
} from '#support'
import {
  breaksOut,
  expectFresh,
  expectNoCondition,
  expectUnlimited,
  noticeClosed,
  storedBackwards,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })
const findByIds = noticeClosed(answer.findByIds)

test(
  'finds the conversations with these ids, ordered by id',
  async (lab) => {
    const { wanted, expected } = await addConversations(lab)
    const given = [...wanted]
    const { result, statements } = await lab.server.observe(() => findByIds(lab.connection, given))
    const sql = sqlOf(statements, 'Query', 'Execute')
    // A list of many ids that reached the server as one value: IN (7), IN ('7,8'), IN ('[7,8]').
    const single = /\bin\s*\(\s*(\d+|'[^']*')\s*\)/i.test(sql) && rowsRead(statements).length === 1
    if (single && result?.length < expected.length) {
      throw mistake('list-in-one-placeholder', {
        expected,
        seen: rowsRead(statements).map((one) => one.sql),
      })
    }
    const placeOf = new Map(expected.map(({ id }, place) => [id, place]))
    expectNoCondition(
      result,
      expected,
      ({ id }) => placeOf.get(id)! % 2,
      ({ id }) => placeOf.get(id)! % 3 === 0,
      ({ title }) => title === '',
    )
    expectRows(result, expected, 'findByIds()')
    // The list is the caller's.
    expectValue(given, wanted, 'ids')
    // A list that was kept from the first time would be out of date.
    const { id } = expected[0]!
    await lab.server.query('DELETE FROM conversations WHERE id = ?', [id])
    const renewed = await findByIds(lab.connection, wanted)
    expectFresh(renewed, expected.slice(1), result)
    expectRows(renewed, expected.slice(1), 'findByIds()')
    // What others have not committed is not there yet, and what they are changing is.
    const changes = `DELETE FROM conversations ORDER BY id DESC LIMIT 1`
    const ask = () => findByIds(lab.connection, wanted)
    await expectOnlyCommitted(lab.server, changes, ask)
    // Two calls at once are two questions.
    await expectChangeSeen(lab.connection, changes, ask, 'findByIds()')
    await expectUnlimited(lab.server, () => findByIds(lab.connection, wanted), wanted.length)
  },
  { data: () => storedBackwards('conversations') },
)

test('takes a list of any length', async ({ connection, random, server }) => {
  const expected = Array.from({ length: 1010 }, (_, row) => ({
    id: 2_000_000 + 2 * row,
    title: 'x',
  }))
  // Between them there are others.
  await server.query('INSERT INTO conversations (id, title) VALUES ?', [
    expected.flatMap(({ id, title }) => [
      [id, title],
      [id + 1, 'y'],
    ]),
  ])
  const ids = random.shuffle(expected.map(({ id }) => id))
  expectRows(await findByIds(connection, ids), expected, 'findByIds()')
  // Behind many that no conversation has.
  const none = Array.from({ length: 2000 }, (_, row) => 3_000_000 + row)
  const { result, statements } = await server.observe(() =>
    findByIds(connection, [...none, ...ids]),
  )
  expectRows(result, expected, 'findByIds()')
  const asked = rowsRead(statements)
  if (asked.length > 1)
    throw mistake('one-statement-per-id', { expected: 1, seen: asked.map(({ sql }) => sql) })
})

test('asks the server once, and only for these ids', async (lab) => {
  const { wanted } = await addConversations(lab)
  const { statements } = await lab.server.observe(() => findByIds(lab.connection, wanted))
  const asked = rowsRead(statements)
  const details = { expected: 1, seen: asked.map(({ sql }) => sql) }
  if (asked.length > 1) throw mistake('one-statement-per-id', details)
  if (!wanted.every((id) => sqlOf(asked).includes(String(id))))
    throw mistake('value-not-sent', details)
})

test('ignores ids that no conversation has', async (lab) => {
  const { wanted, expected } = await addConversations(lab)
  expectRows(await findByIds(lab.connection, [...wanted, 1, 2, 0, -1]), expected, 'findByIds()')
  expectRows(await findByIds(lab.connection, [0, ...wanted]), expected, 'findByIds()')
  // The chat's ids begin at 3. Nor is an id another one with a digit more or less.
  const one = wanted[0]!
  const alike = [Number(`${one}0`), Number(`7${one}`), Math.trunc(one / 10)]
  // Written as a text, these begin with the id of a conversation, before an e.
  alike.push(...lab.chat.conversations.filter(({ id }) => id < 10).map(({ id }) => id * 1e21))
  for (const id of [2, 0, -1, -one, 2 ** 32 + one, ...alike])
    expectRows(await findByIds(lab.connection, [id]), [], 'findByIds()')
})

test('returns a conversation once, however often its id is in the list', async (lab) => {
  const { wanted, expected } = await addConversations(lab)
  const seen = await findByIds(lab.connection, [...wanted, ...wanted])
  if (seen?.length > expected.length) throw mistake('same-twice', { expected, seen })
  expectRows(seen, expected, 'findByIds()')
})

test('returns an empty array for an empty list', async ({ connection, chat, server }) => {
  const [first] = chat.conversations
  await findByIds(connection, [first!.id])
  const seen: unknown = await findByIds(connection, []).catch((error: unknown) => {
    throw mistake('empty-list-error', { expected: [], seen: error })
  })
  if (Array.isArray(seen) && seen.length > 0)
    throw mistake('empty-list-everything', { expected: [], seen })
  expectRows(seen, [], 'findByIds()')
  // No id stands for none: each of these may be one.
  for (const [place, id] of [0, -1, 2 ** 31 - 1].entries()) {
    const row = chat.conversations[place]!
    await server.query(
      'SET foreign_key_checks = 0; UPDATE conversations SET id = ? WHERE id = ?; SET foreign_key_checks = 1',
      [id, row.id],
    )
    expectRows(await findByIds(connection, []), [], 'findByIds()')
    expectRows(await findByIds(connection, [id]), [{ id, title: row.title }], 'findByIds()')
  }
})

test('never runs an id that is SQL', async ({ connection, chat }) => {
  await findByIds(connection, [chat.conversations[0]!.id])
  // TypeScript's types are gone at run time: what comes from a request may be anything.
  const ids = [
    '0, id',
    'id',
    // Nothing, which makes a number of 0.
    '',
    ' ',
    '0 OR 1',
    '(SELECT id)',
    '0) OR (1=1',
    '0\n OR 1',
    '0\n) OR (1=1',
    `0') OR ('1'='1`,
    `0") OR ("1"="1`,
    `0\\') OR 1=1 -- `,
    // Nor is it a number when it is not a string.
    ['0) OR (1=1'],
    ['0 OR 1'],
  ]
  const guilty = await breaksOut(ids, (id) => findByIds(connection, [id as unknown as number]))
  if (guilty !== undefined) throw mistake('ids-in-sql', { expected: [], seen: guilty })
  const behind = await breaksOut(ids, (id) => findByIds(connection, [0, id as unknown as number]))
  if (behind !== undefined) throw mistake('ids-in-sql', { expected: [], seen: [0, behind] })
})

test('lets server errors through', async (lab) => {
  const ask = (connection: Connection) => findByIds(connection, [lab.chat.conversations[0]!.id])
  await provokeErrors(lab, 'conversations.title', ask)
  await refuseByNumber(lab, ask)
})

test("leaves the caller's transaction open", async (lab) => {
  const ids = lab.chat.conversations.map(({ id }) => id)
  await expectTransactionLeftOnError(lab, () => findByIds(lab.connection, ids))
})

// --- internal ---

/** Adds conversations on both sides of a million, every other one archived, every third one in the future; their rows, and their ids in another order. */
async function addConversations({ random, server }: Lab) {
  const first = random.int(999_940, 999_980)
  const expected = Array.from({ length: 120 }, (_, row) => ({
    id: first + 3 * row,
    title: row % 5 === 0 ? '' : random.title(),
  }))
  await server.query(
    'INSERT INTO conversations (id, title, is_archived, created_at, updated_at) VALUES ?',
    [
      expected.map(({ id, title }, row) => {
        const at = row % 3 === 0 ? '2037-06-01 12:00:00' : '2025-06-01 12:00:00'
        return [id, title, row % 2, at, at]
      }),
    ],
  )
  return { expected, wanted: random.shuffle(expected.map(({ id }) => id)) }
}
