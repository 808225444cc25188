import { setTimeout as delay } from 'node:timers/promises'
import { transferMessages } from '#exercise/06-connection/4-transfer-messages'
import {
  exercise,
  expectRows,
  expectValue,
  expectWaited,
  inFlight,
  loseAtEachStatement,
  mistake,
  provokeErrors,
  setUnusually,
  writeInBetween,
  openRival,
  untilBlocked,
  betweenNow,
  type Lab,
} from '#support'
import { begins, errnoOf, hasOpenTransaction, outcomeOf, readable } from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('moves the messages, leaves a note and deletes the emptied conversation', async (lab) => {
  const { from, to } = choose(lab)
  await setUnusually(lab, "transaction_isolation = 'READ-COMMITTED'")
  const { result, expectNotOurs, expectNow } = await betweenNow(
    lab.server,
    () => call(lab, from, to),
    lab.connection,
  )
  const { moved } = await expectMoved(lab, from, to)
  expectValue(result, { moved, merged: true }, 'transferMessages()')
  const [note] = await lab.server.query<{ timestamp: string }>(
    "SELECT timestamp FROM messages WHERE content LIKE 'Merged from%'",
  )
  expectNotOurs(note?.timestamp, 'messages.timestamp')
  await expectNote(lab, from, to, true)
  expectNow(note!.timestamp, 'messages.timestamp')
  await expectConversations(lab, to, [from])
})

test('merges a conversation without messages, too', async (lab) => {
  const { to } = choose(lab)
  // With a number that people write in groups of digits, and that begins like the other.
  const from = Number(`${to}234567`)
  const { id } = lab.chat.conversations.at(-1)!
  await lab.server.query('UPDATE conversations SET id = ? WHERE id = ?', [from, id])
  const result = await call(lab, from, to)
  const expected = { moved: 0, merged: true }
  const [left] = await lab.server.query('SELECT id FROM conversations WHERE id = ?', [from])
  if (left) throw mistake('empty-not-merged', { expected, seen: result })
  expectValue(result, expected, 'transferMessages()')
  await expectNote(lab, from, to, true)
  // Nor is there a message anywhere. An id may be below zero, too, or zero.
  await lab.server.query('DELETE FROM messages')
  const [next, below, last] = lab.chat.conversations
    .map((row) => row.id)
    .filter((one) => one !== id && one !== to) as [number, number, number]
  await lab.server.query('UPDATE conversations SET id = IF(id = ?, 0, -id) WHERE id IN (?)', [
    to,
    [to, next, below],
  ])
  expectValue(await call(lab, -next, -below), expected, 'transferMessages()')
  await expectNote(lab, -next, -below, true)
  for (const [index, [one, other]] of [[-below, 0] as const, [0, last] as const].entries()) {
    const result = { moved: index + 1, merged: true }
    expectValue(await call(lab, one, other), result, 'transferMessages()')
  }
})

test('moves what another session has added in the meantime, and counts it', async (lab) => {
  const { connection, server } = lab
  const { from, to } = choose(lab)
  const content = 'by another'
  const insert = "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)"
  let added = 0
  await using other = await server.session()
  await other.query('SET SESSION innodb_lock_wait_timeout = 1')
  let late: Promise<boolean> | undefined
  using _ = writeInBetween(connection, async (sql) => {
    if (!late && /^\s*update\s+`?messages\b/i.test(sql)) {
      // When all have moved, nobody can add one more: it would be lost. It waits, and then finds no conversation.
      late = other.query(insert, [from, 'too late']).then(
        () => true,
        () => false,
      )
      await Promise.race([late, delay(30)])
    }
    // Once the code holds locks, others wait.
    if (late || added > 0 || !/^\s*select\b/i.test(sql) || /\bfor (update|share)\b/i.test(sql))
      return
    await other.query(insert, [from, content])
    added = 1
  })
  const { moved } = await call(lab, from, to)
  const isKept = 'SELECT id FROM messages WHERE content = ?'
  const isLate = (await late) ?? false
  if (isLate && (await server.query(isKept, ['too late'])).length === 0)
    throw mistake('cascade-deletes-messages', { expected: 'too late', seen: [] })
  const seen = await server.query('SELECT conversation_id FROM messages WHERE content = ?', [
    content,
  ])
  if (seen.length < added) throw mistake('cascade-deletes-messages', { expected: content, seen })
  const { length: old } = lab.chat.messages.filter((row) => row.conversation_id === from)
  const expected = old + added + Number(isLate)
  if (added > 0 && moved === expected - added)
    throw mistake('moved-counted-early', { expected, seen: moved })
  expectValue(moved, expected, 'moved')
  await expectOnlyMovedCounted(lab, [from, to])
})

test('touches no other conversation', async (lab) => {
  // An active one and an archived one; below, it is the other way round.
  const [from, to] = lab.chat.conversations.map(({ id }) => id) as [number, number]
  await call(lab, from, to)
  await expectNote(lab, from, to, true)
  const select = 'SELECT * FROM messages WHERE conversation_id NOT IN (?) ORDER BY id'
  const expected = lab.chat.messages.filter((row) => ![from, to].includes(row.conversation_id))
  const seen = await lab.server.query<{ id: string }>(select, [[from, to]])
  if (seen.length < expected.length) throw mistake('moves-other-messages', { expected, seen })
  expectRows(seen, expected, 'messages')
  // A message that somebody else is changing moves as well.
  const [, , next, target] = lab.chat.conversations.map(({ id }) => id) as number[]
  const { length: moved } = lab.chat.messages.filter((row) => row.conversation_id === next)
  await expectWaited(
    lab.server,
    `UPDATE messages SET content = 'Not yet' WHERE conversation_id = ${next} LIMIT 1`,
    () => call(lab, next!, target!),
    { moved, merged: true },
  )
})

test('moves all messages, however many there are', async (lab) => {
  const [to, from] = [2, 4].map((index) => lab.chat.conversations[index]!.id) as [number, number]
  // Long ago and far ahead, too: no condition concerns the times.
  const times = ['1990-01-01 12:00:00', '2026-07-01 12:00:00', '2037-01-01 12:00:00']
  const many = Array.from({ length: 1010 }, (_, index) => {
    return [from, index === 7 ? '' : 'one of many', times[index % times.length]]
  })
  const insert = 'INSERT INTO messages (conversation_id, content, timestamp) VALUES ?'
  await lab.server.query(insert, [many])
  const { length: rest } = lab.chat.messages.filter((row) => row.conversation_id === from)
  const expected = { moved: rest + many.length, merged: true }
  const result = await call(lab, from, to)
  const seen = await lab.server.query(
    "SELECT id FROM messages WHERE conversation_id = ? AND content IN ('one of many', '')",
    [to],
  )
  if (seen.length < many.length)
    throw mistake('cascade-deletes-messages', { expected: many.length, seen: seen.length })
  expectValue(result, expected, 'transferMessages()')
  await expectConversations(lab, to, [from])
  // It has the present time, although messages from years ahead are there.
  await expectNote(lab, from, to, true)
  await expectNoLimit(lab)
})

test('keeps the move and nothing of the merge when the merge is rejected', async (lab) => {
  const { from, to } = choose(lab)
  await pin(lab, from)
  // Somebody has written exactly the note's words before.
  const words = `Merged from conversation ${from}`
  const add = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
  await lab.server.query(add, [to, 'ai', words])
  const result = await call(lab, from, to)
  await expectConversations(lab, to, [])
  await expectMoved(lab, from, to)
  await expectNote(lab, from, to, false, 1)
  const { length: moved } = lab.chat.messages.filter((row) => row.conversation_id === from)
  if (result.merged !== false)
    throw mistake('always-merged', { expected: false, seen: result.merged })
  expectValue(result, { moved, merged: false }, 'transferMessages()')
  await lab.server.query('DELETE FROM pins')
  await lab.server.query(add, [from, 'user', 'one more'])
  const again = await call(lab, from, to)
  expectValue(again, { moved: 1, merged: true }, 'transferMessages()')
  await expectNote(lab, from, to, true, 1)
})

test('keeps all of the move or nothing, whatever the merge is rejected for', async (lab) => {
  const { chat, random, server } = lab
  const ids = random.shuffle(chat.conversations.slice(0, 6).map(({ id }) => id))
  const errno = random.pick([1062, 1142, 1205, 1406, 1644, 3819])
  const signal = `SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'refused'`
  const last = [ids[2], ids[5]]
  const others = chat.messages.filter((row) => !last.includes(row.conversation_id))
  const { id, content } = random.pick(others)
  const refusals = [
    `DELETE ON conversations FOR EACH ROW ${signal}`,
    `INSERT ON messages FOR EACH ROW ${signal}`,
    // A genuine one, which IGNORE ignores and REPLACE settles in its way.
    `INSERT ON messages FOR EACH ROW SET NEW.id = ${id}`,
  ]
  for (const [index, refusal] of refusals.entries()) {
    const [from, to] = [ids[index]!, ids[index + 3]!]
    await server.query(`CREATE TRIGGER refuses BEFORE ${refusal}`)
    const outcome = await outcomeOf(transferMessages(lab.connection, from, to))
    await server.query('DROP TRIGGER refuses')
    if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
    if (outcome !== 'late' && 'value' in outcome) {
      await expectMoved(lab, from, to)
      const kept = await server.query('SELECT content FROM messages WHERE id = ?', [id])
      expectRows(kept, [{ content }], 'messages')
      await expectNote(lab, from, to, false)
      const { length: moved } = chat.messages.filter((row) => row.conversation_id === from)
      expectValue(outcome.value, { moved, merged: false }, 'transferMessages()')
    } else {
      const own = 'SELECT * FROM messages WHERE conversation_id IN (?) ORDER BY id'
      const expected = chat.messages.filter((row) => [from, to].includes(row.conversation_id))
      expectRows(await server.query(own, [[from, to]]), expected, 'messages')
    }
  }
})

test('does all of it in one transaction', async (lab) => {
  const { from, to } = choose(lab)
  await call(lab, from, to)
  const statements = await lab.server.statements()
  const ends = statements.filter(({ sql }) => /^\s*(commit|rollback\s*($|;))/i.test(sql))
  const details = { expected: ['START TRANSACTION', '…', 'COMMIT'], seen: readable(statements) }
  if (begins(statements).length === 0) throw mistake('no-transaction', details)
  if (await hasOpenTransaction(lab.connection)) throw mistake('not-committed', details)
  expectValue(ends.length, 1, 'COMMIT')
})

test('changes nothing and throws when the messages cannot be moved', async (lab) => {
  const { from } = choose(lab)
  const outcome = await outcomeOf(transferMessages(lab.connection, from, 9_000_000))
  await expectUnchanged(lab)
  const expected = 'ER_NO_REFERENCED_ROW_2 (1452)'
  if (outcome === 'late' || 'value' in outcome) {
    throw mistake('swallows-errors', {
      expected,
      seen: outcome === 'late' ? outcome : outcome.value,
    })
  }
  if (errnoOf(outcome.error) !== 1452) throw outcome.error
  if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
  // Where there is nothing to move, it is the note that has no place.
  const empty = lab.chat.conversations.at(-1)!.id
  const merge = await outcomeOf(transferMessages(lab.connection, empty, 9_000_000))
  await expectUnchanged(lab)
  if (merge !== 'late' && 'value' in merge)
    expectValue(merge.value, { moved: 0, merged: false }, 'transferMessages()')
})

test('throws whatever the move is rejected for', async (lab) => {
  const { from, to } = choose(lab)
  await provokeErrors(
    lab,
    'UPDATE ON messages',
    (connection) => transferMessages(connection, from, to),
    {
      async afterwards(connection) {
        if (await hasOpenTransaction(connection)) throw mistake('transaction-left-open')
      },
    },
  )
  await expectUnchanged(lab)
  await loseAtEachStatement(lab, (connection) => transferMessages(connection, from, to))
  await expectMoved(lab, from, to)
  // The way back to the savepoint is a statement, too.
  const { id: pinned } = lab.chat.conversations.find(({ id }) => id !== from && id !== to)!
  await pin(lab, pinned)
  await loseAtEachStatement(lab, (connection) => transferMessages(connection, pinned, to))
})

test('throws when a deadlock during the merge has undone the move too', async (lab) => {
  const { from, to } = choose(lab)
  const isBlocked = () => untilBlocked(lab.server, lab.connection)
  await expectUndone(lab, from, [from, to], isBlocked)
  // The note waits for a third conversation: whatever has been sent behind it runs outside the transaction.
  const third = lab.chat.conversations.at(-1)!.id
  await lab.server.query(
    `CREATE TRIGGER waits BEFORE INSERT ON messages FOR EACH ROW
     DO (SELECT id FROM conversations WHERE id = ${third} FOR UPDATE)`,
  )
  await expectUndone(lab, third, [from, to], () => untilLocked(lab, to))
})

test('refuses to merge a conversation with itself', async (lab) => {
  const { from } = choose(lab)
  const outcome = await outcomeOf(transferMessages(lab.connection, from, from))
  await expectUnchanged(lab)
  if (outcome === 'late' || 'value' in outcome)
    throw mistake('swallows-errors', { expected: 'RangeError' })
  if (!(outcome.error instanceof RangeError))
    expectValue(
      (outcome.error as Error)?.constructor?.name,
      'RangeError',
      `transferMessages(connection, ${from}, ${from})`,
    )
  if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
})

// --- internal ---

function choose({ chat, random }: Lab): { from: number; to: number } {
  const [from, to] = random.shuffle(chat.conversations.slice(0, -1).map(({ id }) => id))
  return { from: from!, to: to! }
}

/** Another session has locked the conversation `held`, for which the merge waits, and then waits for the merge. */
async function expectUndone(
  lab: Lab,
  held: number,
  [from, to]: [number, number],
  untilReady: () => Promise<void>,
) {
  const { connection, server } = lab
  await using rival = await openRival(server)
  await rival.lock(held)
  const call = outcomeOf(transferMessages(connection, from, to))
  await untilReady()
  rival.ask(to)
  const outcome = await call
  await rival.rollback()
  if (outcome !== 'late' && 'value' in outcome) {
    const seen = await server.query('SELECT id FROM messages WHERE conversation_id = ?', [from])
    if (seen.length > 0) throw mistake('move-lost', { expected: 'an error', seen: outcome.value })
  } else await expectUnchanged(lab)
}

/** Others write to the conversation that gets the messages, at a level that shows it: those have not been moved. */
async function expectOnlyMovedCounted(lab: Lab, used: readonly number[]) {
  const { asItIs, chat, server } = lab
  const [from, to] = chat.conversations
    .slice(0, -1)
    .map(({ id }) => id)
    .filter((id) => !used.includes(id)) as [number, number]
  const connection = await lab.connect()
  await setUnusually({ asItIs, connection }, "transaction_isolation = 'READ-COMMITTED'")
  let isDone = false
  using _ = writeInBetween(connection, async (sql) => {
    const isReading = /^\s*select\b/i.test(sql) && !/\bfor (update|share)\b/i.test(sql)
    const isBeginning = /^\s*(start|begin|set)\b/i.test(sql)
    if (isDone || isBeginning) return
    isDone = true
    // Once the code holds locks, others wait.
    if (!isReading) return
    await server.query('INSERT INTO messages (conversation_id, content) VALUES (?, ?)', [to, ''])
  })
  const { moved } = await call({ ...lab, connection }, from, to)
  const { length: expected } = chat.messages.filter((row) => row.conversation_id === from)
  if (moved !== expected) throw mistake('moved-counted-early', { expected, seen: moved })
}

/** Waits until somebody holds this conversation. */
async function untilLocked({ server }: Lab, id: number) {
  const ask = 'SELECT id FROM conversations WHERE id = ? FOR UPDATE NOWAIT'
  for (let tries = 0; tries < 200; tries++) {
    const isFree = await server.query(ask, [id]).then(
      () => true,
      () => false,
    )
    if (!isFree) return
  }
}

/** Calls the student's function; known errors are named. */
async function call({ connection, server }: Lab, from: number, to: number) {
  const outcome = await outcomeOf(transferMessages(connection, from, to))
  if (outcome === 'late') throw mistake('transaction-left-open')
  if ('value' in outcome) {
    if (inFlight(connection) > 0) throw mistake('not-committed')
    return outcome.value
  }
  const errno = errnoOf(outcome.error)
  const seen = outcome.error
  if (errno === 1295) throw mistake('savepoint-prepared', { seen })
  if (errno === 1305) {
    throw mistake(
      begins(await server.statements()).length === 0 ? 'no-transaction' : 'savepoint-too-late',
      { seen },
    )
  }
  if (errno === 1451) throw mistake('rolls-back-everything', { seen })
  throw seen
}

/** Another part of the application refers to a conversation: it can't be deleted any more (error 1451). */
async function pin({ server }: Lab, conversation: number) {
  await server.query(
    'CREATE TABLE pins (conversation_id INT NOT NULL, FOREIGN KEY (conversation_id) REFERENCES conversations (id))',
  )
  await server.query('INSERT INTO pins VALUES (?)', [conversation])
}

/** Fails if an UPDATE has a LIMIT, and so many messages are all that is moved. */
async function expectNoLimit(lab: Lab) {
  const sql = readable(await lab.server.statements()).join(';')
  const limit = Number(/\bupdate\b[^;]*\blimit\s+(\d+)/i.exec(sql)?.[1] ?? 0)
  if (limit === 0 || limit > 20_000) return
  const [to, from] = [2, 5].map((index) => lab.chat.conversations[index]!.id) as [number, number]
  await lab.server.query('DELETE FROM messages')
  const many = Array.from({ length: limit + 1 }, () => [from, 'one of many'])
  await lab.server.query('INSERT INTO messages (conversation_id, content) VALUES ?', [many])
  const { moved } = await call(lab, from, to)
  const seen = await lab.server.query(
    "SELECT id FROM messages WHERE conversation_id = ? AND content = 'one of many'",
    [to],
  )
  if (seen.length < many.length)
    throw mistake('cascade-deletes-messages', { expected: many.length, seen: seen.length })
  expectValue(moved, many.length, 'moved')
}

async function expectMoved({ chat, connection, server }: Lab, from: number, to: number) {
  const rows = chat.messages.filter((row) => [from, to].includes(row.conversation_id))
  const expected = rows.map((row) => ({ ...row, conversation_id: to }))
  const select =
    'SELECT * FROM messages WHERE conversation_id IN (?) AND content NOT LIKE ? ORDER BY id'
  const seen = await server.query<{ id: number; conversation_id: number; content: string }>(
    select,
    [[from, to], 'Merged from%'],
  )
  const details = { expected, seen }
  const known = new Set(rows.map(({ id }) => id))
  const contents = seen.map(({ content }) => content)
  if (await hasOpenTransaction(connection)) throw mistake('not-committed', details)
  if (rows.some(({ content }) => !contents.includes(content)))
    throw mistake('cascade-deletes-messages', details)
  if (seen.some(({ id }) => !known.has(Number(id)))) {
    throw mistake(seen.length > rows.length ? 'moves-other-messages' : 'ids-changed', details)
  }
  const stayed = seen.some((row) => Number(row.conversation_id) === from)
  if (stayed) {
    const early = /savepoint/i.test(
      readable(await server.statements()).find((sql) => /savepoint|update/i.test(sql)) ?? '',
    )
    throw mistake(early ? 'savepoint-too-early' : 'rolls-back-everything', details)
  }
  expectRows(seen, expected, 'messages')
  return { moved: rows.filter((row) => row.conversation_id === from).length }
}

/** @param older notes that were there before */
async function expectNote(
  { server }: Lab,
  from: number,
  to: number,
  wanted: boolean,
  older = 0,
): Promise<void> {
  const content = `Merged from conversation ${from}`
  const seen = await server.query(
    `SELECT conversation_id, sender, content, ABS(TIMESTAMPDIFF(SECOND, timestamp, NOW())) < 600 AS isNew
     FROM messages WHERE content LIKE 'Merged from%'`,
  )
  if (seen.length < older) throw mistake('note-undone-by-hand', { expected: [content], seen })
  if (!wanted && seen.length > older) {
    const log = readable(await server.statements())
    const late = log.some((sql) => /rollback to/i.test(sql))
    throw mistake(late ? 'savepoint-too-late' : 'no-savepoint', { expected: [], seen: log })
  }
  const note = { conversation_id: to, sender: 'ai', content, isNew: '1' }
  expectRows(
    seen,
    Array.from({ length: older + Number(wanted) }, () => note),
    'messages',
  )
}

/** Fails unless all conversations but these are there, as they were. The target may have been touched. */
async function expectConversations(
  { chat, server }: Lab,
  to: number,
  gone: readonly number[],
): Promise<void> {
  const free = ({ updated_at, ...row }: { id: number; updated_at: string }) =>
    Number(row.id) === to ? row : { ...row, updated_at }
  const seen = await server.query<{ id: number; updated_at: string }>(
    'SELECT * FROM conversations ORDER BY id',
  )
  const expected = chat.conversations.filter(({ id }) => !gone.includes(id))
  expectRows(seen.map(free), expected.map(free), 'conversations')
}

async function expectUnchanged({ chat, connection, server }: Lab) {
  const messages = await server.query('SELECT * FROM messages ORDER BY id')
  const open = await hasOpenTransaction(connection)
  if (messages.length < chat.messages.length)
    throw mistake('cascade-deletes-messages', { seen: messages })
  expectRows(messages, chat.messages, 'messages')
  const conversations = await server.query('SELECT id FROM conversations ORDER BY id')
  expectRows(
    conversations,
    chat.conversations.map(({ id }) => ({ id })),
    'conversations',
  )
  if (open) throw mistake('transaction-left-open')
}
