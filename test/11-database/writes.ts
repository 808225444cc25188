import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import {
  atOnce,
  byTest,
  expectValue,
  inFlight,
  loseAtEachStatement,
  mistake,
  poolOver,
  recordOf,
  watchRepeats,
  betweenNow,
  type Lab,
  type JustNow,
} from '#support'
import {
  busyPool,
  expectLends,
  judgeRefused,
  missingIds,
  nearIds,
  outcomeOf,
  outcomeOnceDeleted,
  poolInTurn,
  poolOfOne,
  readTables,
  soon,
  tooLong,
  whileLocked,
} from './probes.ts'

// What every function that writes messages must do. `write` calls it with a conversation's id.

type Write = (pool: Pool, id: number) => Promise<unknown>
/** Writes the first text or both; returns the ids that came back. */
type WriteTexts = (pool: Pool, id: number, texts: [string, string]) => Promise<unknown[] | null>

/** To an active conversation and to an archived one. */
export async function expectOnlyThisOneMoved(lab: Lab, write: Write): Promise<void> {
  const { conversations } = lab.chat
  for (const archived of [0, 1]) {
    const { id } = lab.random.pick(conversations.filter((row) => row.is_archived === archived))
    // Whatever the time was before, even one that is yet to come.
    if (!archived)
      await lab.server.query(
        "UPDATE conversations SET updated_at = '2037-01-01 12:00:00' WHERE id = ?",
        [id],
      )
    // So is a message's.
    await lab.server.query(
      "INSERT INTO messages (conversation_id, content, timestamp) VALUES (?, 'later', '2037-02-01 12:00:00')",
      [id],
    )
    const before = await readTables(lab.server)
    const pool = poolOfOne(lab)
    await pool.query(byTest("SET time_zone = '+05:00'"))
    await lab.asItIs()
    const now = await betweenNow(lab.server, async () => {
      const result = await soon(write(pool, id), 'two-connections')
      expectGivenBack(pool)
      return result
    })
    const { result: seen } = now
    if (archived && seen === null) throw mistake('archived-missing', { expected: 'an id', seen })
    await expectMoved(lab, id, before, now)
  }
  // A backup may bring any id.
  await lab.server.query('INSERT INTO conversations (id) VALUES (-5)')
  const value = await soon(write(poolOfOne(lab), -5), 'two-connections')
  if (value === null) expectValue(value, 'an id', 'conversation -5')
}

export async function expectNullForMissing(lab: Lab, write: Write): Promise<void> {
  const pool = poolOfOne(lab)
  const before = await readTables(lab.server)
  for (const missing of missingIds(lab)) {
    const { value, error } = await outcomeOf(() => soon(write(pool, missing), 'two-connections'))
    if (error) throw mistake('missing-throws', { expected: null, seen: error })
    expectValue(value, null, 'null')
    expectNothingRunning(pool)
  }
  // In a whole number only: where a row is written, MySQL itself rounds the others.
  for (const near of nearIds(lab).filter(Number.isInteger)) {
    const { value, error } = await outcomeOf(() => soon(write(pool, near), 'two-connections'))
    if (!error) expectValue(value, null, `conversation ${near}`)
  }
  const after = await readTables(lab.server)
  expectUnchanged(before, after, 'touches-all')
  await expectLends(pool)
  // Somebody has just deleted it.
  const { id } = lab.chat.conversations.at(-1)!
  const gone = await outcomeOnceDeleted(lab, id, (own) => write(own, id))
  if (gone?.error) throw mistake('missing-throws', { expected: null, seen: gone.error })
}

/** Another session writes after each statement: the newest id is then not this call's. */
export async function expectOwnIds(
  lab: Lab,
  write: WriteTexts,
  otherwise: 'not-the-id' | 'wrong-ids',
): Promise<void> {
  const [id, elsewhere] = lab.chat.conversations.map((row) => row.id) as [number, number]
  await using other = await lab.server.session()
  const pool = busyPool(poolOfOne(lab), async () => {
    // Also in the same one, unless it is locked.
    const [[free]] = await other.query<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id IN (?) ORDER BY id = ? LIMIT 1 FOR SHARE SKIP LOCKED',
      [[id, elsewhere], elsewhere],
    )
    await other.query(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'ai', 'in between')",
      [free?.id ?? elsewhere],
    )
  })
  const texts: [string, string] = [lab.random.word(), lab.random.word()]
  const seen = await soon(write(pool, id, texts), 'two-connections')
  const expected = await idsOf(lab, texts)
  if (expected.join() !== seen?.join()) throw mistake(otherwise, { expected, seen })
}

/**
 * Several at once, one of them rejected, over a pool that lends in turn: code that lets the pool choose the connection of a
 * statement spreads its transaction over several.
 */
export async function expectOneConnectionEach(lab: Lab, write: WriteTexts): Promise<void> {
  const pool = await poolInTurn(lab)
  let calls = 0
  const counting: WriteTexts = (...args) => {
    calls += 1
    return write(...args)
  }
  try {
    await judgeAtOnce(lab, pool, counting)
  } catch (error) {
    const { transactionOverPool, borrowed } = recordOf(pool)
    if (transactionOverPool.length === 0 && borrowed <= calls) throw error
    const seen = (error as Error).message
    throw mistake('scattered', { expected: 'one connection for each call', seen })
  }
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
  expectNothingRunning(pool)
  const cut = await lab.server.query(
    `SELECT id, CHAR_LENGTH(content) AS letters FROM messages WHERE content LIKE 'жжж%'`,
  )
  expectGivenBack(pool)
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

/** Makes the UPDATE of the conversation impossible: no messages may be left behind. */
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

/**
 * The connection is lost at the first statement, at the second…: no message is there without the conversation's new time, and
 * no part of the messages.
 * @param messages how many one call writes
 */
export async function expectAllOrNothingWhenLost(
  lab: Lab,
  write: Write,
  messages: number,
): Promise<void> {
  const { id } = lab.chat.conversations[0]!
  const longAgo = '2014-01-01 00:00:00'
  const setBack = 'UPDATE conversations SET updated_at = ? WHERE id = ?'
  await lab.server.query(setBack, [longAgo, id])
  const look = async () => {
    const [row] = await lab.server.query<{ time: string; messages: string }>(
      `SELECT updated_at AS time, (SELECT COUNT(*) FROM messages WHERE conversation_id = c.id) AS messages
       FROM conversations AS c WHERE id = ?`,
      [id],
    )
    return { time: row!.time, messages: Number(row!.messages) }
  }
  let before = await look()
  await loseAtEachStatement(
    lab,
    (connection) => write(poolOver(connection), id),
    async () => {
      const after = await look()
      const expected = after.time === longAgo ? 0 : messages
      if (after.messages - before.messages !== expected)
        throw mistake('no-transaction', { expected: before, seen: after })
      if (expected > 0) await lab.server.query(setBack, [longAgo, id])
      before = { ...after, time: longAgo }
    },
  )
  await lab.server.query(setBack, [lab.chat.conversations[0]!.updated_at, id])
}

/** Three begin while the conversation is locked by somebody else, and continue at the same moment. */
export async function expectNoDeadlock(lab: Lab, write: Write): Promise<number> {
  const pool = lab.createPool({ connectionLimit: 3 })
  const { id } = lab.chat.conversations[0]!
  const work = [1, 2, 3].map(() => () => write(pool, id))
  for (const { error, value } of await whileLocked(lab, id, work)) {
    if (error?.errno === 1213) {
      throw mistake('child-before-parent', { expected: 'no deadlock', seen: error })
    }
    if (error) throw error
    // A conversation to which somebody else is just writing is there all the same.
    expectValue(value === null ? null : 'id', 'id', 'while it is locked')
  }
  return id
}

/**
 * The connection is cut while it waits for the conversation, and the pool has another one: no reason to write once more.
 * @param first must the error be the one that came first?
 * @returns the pool
 */
export async function expectLossThrown(lab: Lab, write: Write, first: boolean): Promise<Pool> {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  const before = await readTables(lab.server)
  const [outcome] = await whileLocked(lab, id, [() => write(pool, id)], async (threads) => {
    for (const thread of threads) await lab.server.kill(thread)
  })
  const seen = outcome!.error ?? outcome!.value ?? String(outcome!.value)
  const details = { expected: 'PROTOCOL_CONNECTION_LOST', seen }
  if (!outcome!.error) throw mistake('swallows-errors', details)
  if (first && outcome!.error.code !== 'PROTOCOL_CONNECTION_LOST')
    throw mistake('error-replaced', details)
  expectUnchanged(before, await readTables(lab.server), 'no-transaction')
  return pool
}

/** Whatever a message is rejected for. */
export async function expectEveryErrorThrown(lab: Lab, write: Write): Promise<void> {
  const pool = poolOfOne(lab)
  const { id } = lab.chat.conversations[0]!
  const before = await readTables(lab.server)
  await expectLends(pool)
  const repeats = watchRepeats(pool as unknown as Connection, /^\s*insert\b/i)
  for (const errno of lab.random.shuffle([1142, 1205, 1213, 1644])) {
    await lab.server.query(`CREATE TRIGGER refuses BEFORE INSERT ON messages FOR EACH ROW
      SIGNAL SQLSTATE '${errno === 1213 ? 40001 : 45000}' SET MYSQL_ERRNO = ${errno}`)
    const outcome = await outcomeOf(() => soon(write(pool, id), 'two-connections'))
    expectNothingRunning(pool)
    await lab.server.query('DROP TRIGGER refuses')
    judgeRefused(outcome, errno, 'error')
    // After a deadlock another attempt is allowed; nothing else may be sent again behind the caller's back.
    if (errno === 1213) repeats.forget()
    repeats.expectNone()
    expectUnchanged(before, await readTables(lab.server), 'no-transaction')
  }
}

// --- internal ---

/** When the caller carries on, the transaction has ended. Call it at once: a moment later the ROLLBACK is over. */
function expectNothingRunning(pool: Pool): void {
  if (inFlight(pool) > 0)
    throw mistake('open-transaction', { expected: 'ended', seen: 'its end is still running' })
}

/** When the caller carries on, the connection is back. */
function expectGivenBack(pool: Pool): void {
  const { borrowed, returned } = recordOf(pool)
  if (returned < borrowed)
    throw mistake('connection-kept', { expected: 'released', seen: 'still borrowed' })
}

type Now = Omit<JustNow<unknown>, 'result'>

async function expectMoved(lab: Lab, id: number, before: Tables, now: Now): Promise<void> {
  const after = await readTables(lab.server)
  const others = (rows: Row[]) => rows.filter((row) => row.id !== id)
  const [seen, expected] = [others(after.conversations), others(before.conversations)]
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    throw mistake('touches-all', { expected, seen })
  }
  const own = ({ conversations }: Tables) => {
    const { updated_at: _, ...rest } = conversations.find((row) => row.id === id) ?? { id }
    return rest
  }
  expectValue(own(after), own(before), 'conversations')
  const old = new Set(before.messages.map((row) => row.id))
  const kept = after.messages.filter((row) => old.has(row.id))
  expectValue(kept, before.messages, 'messages')
  await expectNow(lab, id, Math.max(...old), now)
}

/** Fails unless the conversation has moved to now, and the messages after the `newest` have that time, too. */
async function expectNow(
  { server }: Lab,
  id: number,
  newest: number,
  { isNow, expectNow: expectValueNow, expectNotOurs, expected }: Now,
): Promise<void> {
  const [conversation] = await server.query<{ updated_at: string; hours: string }>(
    'SELECT updated_at, ABS(TIMESTAMPDIFF(SECOND, NOW(), updated_at)) / 3600 AS hours FROM conversations WHERE id = ?',
    [id],
  )
  const { updated_at: seen } = conversation!
  expectNotOurs(seen, 'conversations.updated_at')
  // In another zone.
  const hours = Number(conversation!.hours)
  if (hours > 0.2 && hours < 24) expectValueNow(seen, 'conversations.updated_at')
  if (!isNow(seen)) throw mistake('parent-not-touched', { expected, seen })
  const messages = await server.query<{ timestamp: string }>(
    'SELECT timestamp FROM messages WHERE id > ?',
    [newest],
  )
  for (const { timestamp } of messages) expectNotOurs(timestamp, 'messages.timestamp')
  const wrong = messages.find(({ timestamp }) => !isNow(timestamp))
  if (wrong) throw mistake('wrong-time', { expected, seen: wrong.timestamp })
}

async function judgeAtOnce(lab: Lab, pool: Pool, write: WriteTexts): Promise<void> {
  const [one, other, third] = lab.chat.conversations.map((row) => row.id) as [
    number,
    number,
    number,
  ]
  const before = await readTables(lab.server)
  const refused = () => write(pool, other, [tooLong, tooLong])
  judgeRefused(await outcomeOf(() => soon(refused(), 'two-connections')), 1406, 'ER_DATA_TOO_LONG')
  expectUnchanged(before, await readTables(lab.server), 'no-transaction')
  const texts = [0, 1].map((): [string, string] => [lab.random.word(), lab.random.word()])
  const outcomes = await soon(
    atOnce([() => write(pool, one, texts[0]!), refused, () => write(pool, third, texts[1]!)]),
    'two-connections',
  )
  for (const [index, text] of [texts[0]!, undefined, texts[1]!].entries()) {
    const outcome = outcomes[index]!
    if (!text) {
      judgeRefused(outcome as { error: Error }, 1406, 'ER_DATA_TOO_LONG')
      continue
    }
    if ('error' in outcome) throw outcome.error
    expectValue(outcome.value, await idsOf(lab, text), 'messages.id')
  }
  const { conversations } = await readTables(lab.server)
  const after = conversations.find((row) => row.id === other)
  const expected = before.conversations.find((row) => row.id === other)
  if (JSON.stringify(after) !== JSON.stringify(expected))
    throw mistake('no-transaction', { expected, seen: after })
}

/** The ids of the messages with these texts, of those that are there. */
async function idsOf({ server }: Lab, texts: readonly string[]): Promise<number[]> {
  const rows = await server.query<{ id: number; content: string }>(
    'SELECT id, content FROM messages WHERE content IN (?)',
    [texts],
  )
  return texts.flatMap((text) => rows.find(({ content }) => content === text)?.id ?? [])
}

type Row = Record<string, unknown> & { id: number }

interface Tables {
  conversations: Row[]
  messages: Row[]
}

function expectUnchanged(before: Tables, after: Tables, otherwise: string): void {
  for (const table of ['messages', 'conversations'] as const) {
    const known = new Set(before[table].map((row) => JSON.stringify(row)))
    const seen = after[table].filter((row) => !known.has(JSON.stringify(row)))
    if (seen.length > 0) throw mistake(otherwise, { expected: [], seen })
  }
}
