import type { Pool } from 'mysql2/promise'
import { expectValue, mistake, type Lab } from '#support'
import {
  expectLends,
  judgeRefused,
  outcomeOf,
  poolOfOne,
  readTables,
  soon,
  tooLong,
  whileLocked,
} from './probes.ts'

// What every function that writes messages must keep to. `write` calls it with a conversation's id.

type Write = (pool: Pool, id: number) => Promise<unknown>

export async function expectOnlyThisOneMoved(lab: Lab, write: Write): Promise<void> {
  const { id } = lab.random.pick(lab.chat.conversations)
  const before = await readTables(lab.server)
  await soon(write(poolOfOne(lab), id), 'two-connections')
  const after = await readTables(lab.server)
  const others = (rows: { id: number }[]) => rows.filter((row) => row.id !== id)
  const [seen, expected] = [others(after.conversations), others(before.conversations)]
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    throw mistake('touches-all', { expected, seen })
  }
  const old = new Set(before.messages.map((row) => row.id))
  const kept = after.messages.filter((row) => old.has(row.id))
  expectValue(kept, before.messages, 'messages')
  const [row] = await lab.server.query<{ updated_at: string; now: string; off: string }>(
    `SELECT updated_at, NOW() AS now, ABS(TIMESTAMPDIFF(SECOND, updated_at, NOW())) AS off
     FROM conversations WHERE id = ?`,
    [id],
  )
  const details = { expected: row!.now, seen: row!.updated_at }
  if (Number(row!.off) > 30) throw mistake('parent-not-touched', details)
}

export async function expectNullForMissing(lab: Lab, write: Write): Promise<void> {
  const pool = poolOfOne(lab)
  const missing = lab.chat.conversations.at(-1)!.id + 1
  const { value, error } = await outcomeOf(() => soon(write(pool, missing), 'two-connections'))
  if (error) throw mistake('missing-throws', { expected: null, seen: error })
  expectValue(value, null, 'null')
  await expectLends(pool)
}

/** @param writeLong writes a text that TEXT can't hold */
export async function expectTooLongRefused(
  lab: Lab,
  writeLong: (pool: Pool, id: number, text: string) => Promise<unknown>,
  write: Write,
): Promise<void> {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  const before = await readTables(lab.server)
  const outcome = await outcomeOf(() => soon(writeLong(pool, id, tooLong), 'two-connections'))
  const cut = await lab.server.query(
    `SELECT id, CHAR_LENGTH(content) AS letters FROM messages WHERE content LIKE 'жжж%'`,
  )
  if (cut.length > 0) throw mistake('text-cut', { expected: 'ER_DATA_TOO_LONG (1406)', seen: cut })
  judgeRefused(outcome, 1406, 'ER_DATA_TOO_LONG')
  expectUnchanged(before, await readTables(lab.server), 'no-transaction')
  await expectLends(pool)
  // The next one begins a transaction on the same connection, which commits whatever was left open there.
  await soon(write(pool, lab.chat.conversations[1]!.id))
  const { conversations, messages } = await readTables(lab.server)
  const old = new Set(before.messages.map((row) => row.id))
  const after = {
    conversations: conversations.filter((row) => row.id === id),
    messages: messages.filter((row) => old.has(row.id) || row.conversation_id === id),
  }
  expectUnchanged(before, after, 'open-transaction')
}

/** Makes the UPDATE of the conversation impossible: the messages must not stay behind. */
export async function expectBothOrNeither(lab: Lab, write: Write): Promise<void> {
  const times = lab.chat.conversations.map((row) => `'${row.updated_at}'`)
  await lab.server.query(
    `ALTER TABLE conversations ADD CONSTRAINT frozen CHECK (updated_at IN (${times.join()}))`,
  )
  const pool = poolOfOne(lab)
  const before = await readTables(lab.server)
  const { id } = lab.chat.conversations[0]!
  const outcome = await outcomeOf(() => soon(write(pool, id), 'two-connections'))
  expectUnchanged(before, await readTables(lab.server), 'no-transaction')
  judgeRefused(outcome, 3819, 'ER_CHECK_CONSTRAINT_VIOLATED')
}

/** Three begin while the conversation is locked by somebody else, and go on in the same moment. */
export async function expectNoDeadlock(lab: Lab, write: Write): Promise<number> {
  const pool = lab.createPool({ connectionLimit: 3 })
  const { id } = lab.chat.conversations[0]!
  const work = [1, 2, 3].map(() => () => write(pool, id))
  for (const { error } of await whileLocked(lab, id, work)) {
    if (error?.errno === 1213) {
      throw mistake('child-before-parent', { expected: 'no deadlock', seen: error })
    }
    if (error) throw error
  }
  return id
}

// --- internal ---

interface Tables {
  conversations: unknown[]
  messages: unknown[]
}

function expectUnchanged(before: Tables, after: Tables, otherwise: string): void {
  for (const table of ['messages', 'conversations'] as const) {
    const known = new Set(before[table].map((row) => JSON.stringify(row)))
    const seen = after[table].filter((row) => !known.has(JSON.stringify(row)))
    if (seen.length > 0) throw mistake(otherwise, { expected: [], seen })
  }
}
