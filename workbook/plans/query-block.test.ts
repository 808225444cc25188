import type { RowDataPacket } from 'mysql2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acquireDatabase } from '../database/acquire.ts'
import { connect } from '../database/connect.ts'
import type { DatabaseLease } from '../database/types.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { parsePlan } from './plan.ts'
import type { PlanNode } from './types.ts'

// What EXPLAIN FORMAT=JSON of version 1 answers, which is what MySQL 8.4 speaks; every server since can be told to.

let lease: DatabaseLease

beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
})
afterAll(() => lease[Symbol.asyncDispose]())

test.each([
  'SELECT * FROM messages ORDER BY content LIMIT 3',
  'SELECT DISTINCT sender FROM messages',
  'SELECT c.title, COUNT(*) FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.id > 1 GROUP BY c.title ORDER BY 2',
  'SELECT title, (SELECT MAX(id) FROM messages m WHERE m.conversation_id = c.id) FROM conversations c',
  'SELECT * FROM (SELECT sender, COUNT(*) n FROM messages GROUP BY sender) t',
  'SELECT id FROM conversations UNION SELECT id FROM messages',
  'SELECT * FROM messages m1 JOIN messages m2 ON m1.content = m2.content',
  'SELECT * FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id',
  'SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM messages',
])('both versions of a plan read the same tables by the same ways: %s', async (query) => {
  const [one, two] = [await explain(query, 1), await explain(query, 2)]
  expect(readsOf(one).toSorted()).toEqual(readsOf(two).toSorted())
  expect(readsOf(one)).not.toEqual([])
  for (const kind of ['sort', 'join', 'filter', 'subquery'])
    if (kindsOf(two).includes(kind)) expect(kindsOf(one)).toContain(kind)
})

test('a step that sorts stands above what it reads, with index, columns and rows', async () => {
  const plan = await explain(
    `SELECT * FROM messages FORCE INDEX (messages_conversation) WHERE conversation_id = 1 AND sender = 'ai' ORDER BY content`,
    1,
  )
  expect(kindsOf(plan)).toEqual(['sort', 'filter', 'lookup'])
  expect(plan.inputs[0]!.inputs[0]).toEqual({
    kind: 'lookup',
    operation: expect.stringMatching(
      /^Index lookup on messages using \w+ \(conversation_id = const\)$/,
    ),
    table: 'messages',
    index: expect.any(String),
    columns: ['conversation_id'],
    estimated: expect.any(Number),
    inputs: [],
  })
})

test.each([
  ['UPDATE messages SET sender = 1 WHERE id = 3', ['other', 'filter', 'range']],
  ['DELETE FROM messages', ['other']],
  [
    `INSERT INTO messages (conversation_id, content) SELECT 1, title FROM conversations`,
    ['other', 'table-scan'],
  ],
  ['SELECT 1', ['other']],
])('what changes rows, or reads none, is drawn too: %s', async (query, kinds) => {
  expect(kindsOf(await explain(query, 1)).slice(0, kinds.length)).toEqual(kinds)
})

// --- internal ---

async function explain(query: string, version: 1 | 2): Promise<PlanNode> {
  const { student, practice } = lease.access
  await using own = await connect(student, { database: practice })
  await own.connection.query('SET SESSION explain_json_format_version = ?', [version])
  const [[row]] = await own.connection.query<RowDataPacket[]>(`EXPLAIN FORMAT=JSON ${query}`)
  const plan = parsePlan(String(row!.EXPLAIN))
  expect(plan, String(row!.EXPLAIN)).toBeDefined()
  return plan!
}

/** `range messages PRIMARY` for each step that reads a table. */
function readsOf({ kind, table, index, inputs }: PlanNode): string[] {
  const own = table ? [[kind, table, index ?? ''].join(' ')] : []
  return [...own, ...inputs.flatMap(readsOf)]
}

function kindsOf({ kind, inputs }: PlanNode): string[] {
  return [kind, ...inputs.flatMap(kindsOf)]
}
