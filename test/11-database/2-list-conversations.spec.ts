import { listConversations } from '#exercise/11-database/2-list-conversations'
import { exercise, expectRows, expectValue, mistake, type Lab } from '#support'
import { expectErrorsPassedOn, expectNoFields, judgeOrder, poolOfOne, soon } from './probes.ts'
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

test('lists the conversations that are not archived', async (lab) => {
  const seen = await list(lab)
  const { archived, active } = await readAll(lab)
  const ids = new Set(seen.map(({ id }) => id))
  const details = { expected: active, seen }
  if (active.every(({ id }) => !ids.has(id))) throw mistake('archived-only', details)
  if (archived.some(({ id }) => ids.has(id))) throw mistake('archived-listed', details)
  await expectList(lab, seen)
  // Whatever their titles are.
  const titles = lab.random.hostile('title').map((title) => [title])
  await lab.server.query('INSERT INTO conversations (title) VALUES ?', [titles])
  await lab.server.query('INSERT INTO conversations () VALUES ()')
  await expectList(lab, await list(lab))
})

test('puts the one that changed last first', async (lab) => {
  const active = lab.chat.conversations.filter((one) => !one.is_archived)
  const youngest = active
    .map(({ created_at }) => created_at)
    .toSorted()
    .at(-1)
  // Not one that comes first by id or by creation time, whatever is changed.
  const old = active.slice(0, -1).filter(({ created_at }) => created_at !== youngest)
  const { id } = lab.random.pick(old)
  await lab.server.query('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
  const seen = await list(lab)
  judgeOrder(seen, (await readAll(lab)).active)
  expectValue(seen[0]?.id, id, 'listConversations()[0].id')
  // Within one minute, the lower id later; and long ago.
  await lab.server.query('UPDATE conversations SET updated_at = FROM_UNIXTIME(1200 - id)')
  await expectList(lab, await list(lab))
})

test('puts the higher id first when several changed in the same second, however many there are', async (lab) => {
  const titles = Array.from({ length: 1010 }, (_, n) => [
    n % 9 ? `title ${n % 9}` : '',
    n === 5 ? '2037-01-01 12:00:00' : '2026-07-01 12:00:00',
  ])
  await lab.server.query('INSERT INTO conversations (title, updated_at) VALUES ?', [titles])
  await expectList(lab, await list(lab))
  await expectOthersStay(lab, listConversations, await rowsOf(lab, active), (id) =>
    lab.server.query('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
  )
  // However the table is stored.
  await lab.server.query(storedBackwards)
  await expectList(lab, await list(lab))
  await expectAllAskedFor(lab, listConversations, ['INSERT INTO conversations (title)', ['more']])
})

test('gives each conversation the time of its last change as a Date', async (lab) => {
  const [first] = await list(lab)
  expectValue(first?.updated_at instanceof Date, true, 'updated_at instanceof Date')
  await expectList(lab, await list(lab))
  await expectSameMoments(lab, listConversations, active)
})

test('asks the server afresh on each call', async (lab) => {
  const active = lab.chat.conversations.find((row) => !row.is_archived)!
  const archive = () =>
    lab.server.query('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [active.id])
  await expectList(lab, await askAgain(lab, listConversations, archive))
  // As many as before, and the newest is as new as before.
  const { id } = lab.chat.conversations.findLast((row) => !row.is_archived && row !== active)!
  const rename = () =>
    lab.server.query(
      "UPDATE conversations SET title = 'another', updated_at = updated_at WHERE id = ?",
      [id],
    )
  await expectList(lab, await askAgain(lab, listConversations, rename))
  const away = () =>
    lab.server.query('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id])
  const meanwhile = await askWhileAnswered(lab, listConversations, away)
  if (meanwhile) await expectList(lab, meanwhile)
  const change = `UPDATE conversations SET title = '${uncommitted}', is_archived = FALSE`
  await expectList(lab, await askMeanwhile(lab, listConversations, change, 'listConversations()'))
})

test('returns an empty array when there is no active conversation', async (lab) => {
  await lab.server.query('UPDATE conversations SET is_archived = TRUE')
  const seen: unknown = await soon(listConversations(poolOfOne(lab)))
  if (seen === null || seen === undefined) {
    throw mistake('null-for-empty', { expected: [], seen: String(seen) })
  }
  expectRows(seen, [], 'listConversations()')
})

test('lets a server error through and keeps no connection', async (lab) => {
  await expectErrorsPassedOn(lab, listConversations, ['conversations'])
})

// --- internal ---

async function list(lab: Lab) {
  const rows = await soon(listConversations(poolOfOne(lab)))
  expectNoFields(rows)
  if (!Array.isArray(rows)) expectRows(rows, [], 'listConversations()')
  return rows
}

const active = `SELECT id, title, updated_at FROM conversations
  WHERE is_archived = 0 ORDER BY updated_at DESC, id DESC`

/** Rows that are asked for in no order come the other way round. */
const storedBackwards = `SET foreign_key_checks = 0;
  ALTER TABLE conversations DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC);
  SET foreign_key_checks = 1`

/** Everything there is to list has been listed. */
async function expectList(lab: Lab, seen: unknown): Promise<void> {
  judgeRows(seen, await rowsOf(lab, active), 'listConversations()')
}

const pick = ({ id, title }: { id: number; title: string }) => ({ id, title })

/** All conversations in the order of the list. */
async function readAll({ server }: Lab) {
  const rows = await server.query<{ id: number; title: string; is_archived: number }>(
    'SELECT id, title, is_archived FROM conversations ORDER BY updated_at DESC, id DESC',
  )
  return {
    active: rows.filter((row) => row.is_archived === 0).map(pick),
    archived: rows.filter((row) => row.is_archived === 1).map(pick),
  }
}
