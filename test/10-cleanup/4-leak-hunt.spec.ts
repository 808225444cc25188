import { connect as connectTo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Connection, Pool } from 'mysql2/promise'
import { countMessages, searchMessages, titleOf } from '#exercise/10-cleanup/4-leak-hunt'
import {
  atOnce,
  exercise,
  expectRows,
  expectValue,
  inTime,
  limitOf,
  loseAtEachStatement,
  mistake,
  patience,
  poolOver,
  refuseByNumber,
  wordIn,
  soon,
  type Lab,
} from '#support'
import { expectEndAwaited, expectEndFailureThrown } from './closing.ts'
import {
  expectNoneOpen,
  expectQuit,
  expectThrown,
  outcomeOf,
  threadOf,
  unconnectable,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('countMessages() closes its connection, even when the query fails', async (lab) => {
  const { connection, server, options, chat } = lab
  for (const { id } of chat.conversations) {
    const expected = chat.messages.filter((row) => row.conversation_id === id).length
    expectValue(await countMessages(options, id), expected, `countMessages(${id})`)
  }
  // As many as there are, and the same question has another answer later.
  const { id } = lab.random.pick(chat.conversations)
  const before = await countMessages(options, id)
  await addMany(lab, id)
  expectValue(await countMessages(options, id), before + many, `countMessages(${id})`)
  expectValue(await limitOf(server, () => countMessages(options, id)), undefined, 'LIMIT')
  const count = (given: Lab['options']) => countMessages(given, id)
  await expectSeveralAtOnce(lab, count, before + many, 'count-leaks')
  await expectNotHeldUp(lab, () => countMessages(options, id))
  await expectEndAwaited(lab, () => countMessages(options, id))
  await failing(lab, async () => {
    await expectEndAwaited(lab, () => countMessages(options, id))
    await countMessages(options, 1)
  })
  await expectNoneOpen(server, [connection], 'count-leaks')
  await expectQuit(server, await studentsThreads(lab, [connection]))
  await expectConnectErrors(lab, (settings) => countMessages({ ...options, ...settings }, 1))
})

test('titleOf() gives its connection back, whether or not there is a title', async (lab) => {
  const { connection, createPool, chat, server } = lab
  const pool = createPool({ connectionLimit: 1 })
  const thread = await threadOf(pool)
  const nobody = chat.conversations.at(-1)!.id + 1
  const taken = new Set(chat.conversations.map(({ id }) => id))
  const between = [...taken].find((id) => !taken.has(id + 1))! + 1
  const { id: untitled } = chat.conversations[0]!
  await titleOf(pool, untitled)
  await server.query("UPDATE conversations SET title = '' WHERE id = ?", [untitled])
  const titles = new Map(chat.conversations.map((row) => [row.id, row.title])).set(untitled, '')
  for (const id of [nobody, ...titles.keys(), between, nobody]) {
    const expected = titles.get(id) ?? null
    expectValue(await soon(titleOf(pool, id), 'title-leaks'), expected, `titleOf(${id})`)
    await expectLends(pool, thread)
  }
  await expectNotHeldUp(lab, () => titleOf(pool, untitled))
  expectValue(await studentsThreads(lab, [connection]), [thread], 'CONNECTION_ID()')
})

test('titleOf() gives its connection back when the query fails', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 1 })
  const thread = await threadOf(pool)
  for (let turn = 0; turn < 2; turn++) {
    await failing(lab, () => soon(titleOf(pool, turn), 'title-leaks'))
    await expectLends(pool, thread)
  }
  await expectConnectErrors(lab, (settings) => titleOf(lab.createPool(settings), 1))
  let isKept = false
  await loseAtEachStatement(lab, (connection) => {
    let lent = 0
    const only = poolOver(connection, (count) => (lent = count))
    return titleOf(only, 1).finally(() => (isKept ||= lent > 0))
  })
  if (isKept) throw mistake('title-leaks', { expected: 'released', seen: 'still borrowed' })
  await refuseByNumber(lab, (connection) => titleOf(poolOver(connection), 1))
  const three = lab.createPool({ connectionLimit: 3 })
  const calls = lab.chat.conversations.map(
    ({ id }) =>
      () =>
        titleOf(three, id),
  )
  const outcomes = await soon(atOnce(calls), 'title-leaks')
  const expected = lab.chat.conversations.map(({ title }) => ({ value: title }))
  expectRows(outcomes, expected, 'titleOf()')
})

test('searchMessages() leaves no connection open, even when the query fails', async (lab) => {
  const { connection, server, options, chat } = lab
  const given = { ...options }
  for (const { content } of chat.messages.slice(0, 3)) {
    const word = wordIn(content)
    const ids = chat.messages.flatMap((row) => (row.content.includes(word) ? [row.id] : []))
    // Capital letters make no difference to the original.
    for (const text of [word, word.toUpperCase()])
      expectRows(
        await searchMessages(options, text),
        ids as unknown as object[],
        `searchMessages('${text}')`,
      )
  }
  await addMany(lab, chat.conversations[0]!.id)
  // Stored in the opposite order: the ids come in theirs only if it is asked for.
  await server.query('ALTER TABLE messages DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC)')
  const all = await searchMessages(options, '')
  expectValue(all.length, chat.messages.length + many, "searchMessages('').length")
  const rows = await server.query<{ id: number }>('SELECT id FROM messages ORDER BY id')
  expectRows(
    all.map((id) => ({ id })),
    rows,
    "searchMessages('')",
  )
  expectValue(await limitOf(server, () => searchMessages(options, '')), undefined, 'LIMIT')
  await server.query('ALTER TABLE messages DROP PRIMARY KEY, ADD PRIMARY KEY (id)')
  const found = await searchMessages(options, 'one of many')
  expectValue(found.length, many, "searchMessages('one of many').length")
  const search = async (given: Lab['options']) => (await searchMessages(given, '')).length
  await expectSeveralAtOnce(lab, search, all.length, 'search-leaks')
  await expectNotHeldUp(lab, () => searchMessages(options, 'one of many'))
  // They belong to the caller.
  expectValue({ ...options }, given, 'options')
  const searches = lab.random.searches()
  // The server takes letters with and without an accent for the same.
  for (const { term, hit, misses } of [
    { term: 'resume', hit: 'A résumé', misses: [] },
    ...searches,
  ]) {
    const rows = [hit, ...misses].map((content) => [chat.conversations[0]!.id, content])
    await server.query('DELETE FROM messages')
    await server.query('INSERT INTO messages (conversation_id, content) VALUES ?', [rows])
    const [row] = await server.query('SELECT MIN(id) AS id FROM messages')
    expectRows(await searchMessages(options, term), [row!.id as never], `searchMessages('${term}')`)
  }
  await expectEndAwaited(lab, () => searchMessages(options, 'word'))
  await expectEndFailureThrown(lab, () => searchMessages(options, 'word'))
  await failing(lab, async () => {
    await expectEndAwaited(lab, () => searchMessages(options, 'word'))
    await searchMessages(options, 'word')
  })
  await expectNoneOpen(server, [connection], 'search-leaks')
  await expectQuit(server, await studentsThreads(lab, [connection]))
  await expectConnectErrors(lab, (settings) => searchMessages({ ...options, ...settings }, 'word'))
})

// --- internal ---

/** Another session has changed some rows and not committed: no question waits for that. */
async function expectNotHeldUp({ server }: Lab, ask: () => Promise<unknown>): Promise<void> {
  const expected = await ask()
  await using outside = await server.session()
  await outside.query(`START TRANSACTION; UPDATE conversations SET title = 'Another title';
    DELETE FROM messages ORDER BY id DESC LIMIT 10`)
  const outcome = await inTime(ask())
  await outside.rollback()
  if (outcome === 'late') expectValue('waits for another session', 'at once', 'SELECT')
  expectValue(outcome, { value: expected }, 'SELECT')
}

/**
 * Each of several calls closes its own connection, which it has opened with all the options. The first one to end does not
 * wait for the others.
 */
async function expectSeveralAtOnce(
  { connection, options, schema, server }: Lab,
  ask: (options: Lab['options']) => Promise<number>,
  value: number,
  otherwise: string,
): Promise<void> {
  let lines = 0
  const stream = () => {
    lines += 1
    return connectTo(options.port, options.host)
  }
  const given = { ...options, stream }
  await using outside = await server.session()
  await outside.query('LOCK TABLES messages WRITE')
  const asked: Promise<unknown>[] = []
  const begin = () => {
    const call = ask(given)
    asked.push(call.then(ended, ended))
    return call
  }
  const answered = soon(atOnce([begin, begin, begin]), otherwise)
  answered.catch(() => {})
  // Each has asked before one of them is answered.
  const waiting = async () => {
    const rows = await server.query<Thread>('SHOW PROCESSLIST')
    return rows.filter(({ db, State }) => db === schema && State?.startsWith('Waiting for table'))
  }
  for (let pause = 1; (await waiting()).length < 3 && pause < patience(256); pause *= 2)
    await delay(pause)
  const threads = (await waiting()).map(({ Id }) => ({ threadId: Number(Id) }) as Connection)
  const [first, ...others] = threads
  const areReady = threads.length === 3
  if (areReady) {
    await server.query(`KILL QUERY ${first!.threadId}`)
    await soon(Promise.race(asked), otherwise)
    await expectNoneOpen(server, [connection, ...others], otherwise)
  }
  await outside.query('UNLOCK TABLES')
  const outcomes = await answered
  await expectNoneOpen(server, [connection], otherwise)
  for (const outcome of outcomes) {
    if (!('error' in outcome)) expectValue(outcome.value, value, 'at once')
    else if ((outcome.error as { errno?: number }).errno !== interrupted) throw outcome.error
  }
  const values = outcomes.filter((outcome) => 'value' in outcome).length
  if (areReady && values > 2)
    throw mistake('swallows-errors', { expected: 'error 1317', seen: values })
  expectValue(lines, 3, 'options.stream')
}

/** ER_QUERY_INTERRUPTED */
const interrupted = 1317

interface Thread {
  Id: string
  db: string
  State: string | null
}

function ended(): void {}

/** More rows than a limit that somebody may have thought of. */
const many = 1_200

async function addMany({ server }: Lab, conversation: number): Promise<void> {
  await server.query(`INSERT INTO messages (conversation_id, content) VALUES ?`, [
    Array.from({ length: many }, () => [conversation, 'one of many']),
  ])
}

/** Runs `work` while the tables are away: MySQL's error has to reach the caller. */
async function failing({ server }: Lab, work: () => Promise<unknown>): Promise<void> {
  await server.query('RENAME TABLE messages TO messages_away, conversations TO conversations_away')
  const outcome = await outcomeOf(work)
  await server.query('RENAME TABLE messages_away TO messages, conversations_away TO conversations')
  if (outcome.error instanceof Error && outcome.error.name === 'WrongAnswer') throw outcome.error
  const { errno } = (outcome.error ?? {}) as { errno?: number }
  if (errno === 1146) return
  throw mistake('swallows-errors', {
    expected: 'error 1146',
    seen: outcome.error ?? outcome.value ?? String(outcome.value),
  })
}

/** What keeps it from connecting has to reach the caller. */
async function expectConnectErrors(
  lab: Lab,
  work: (settings: Partial<Lab['options']>) => Promise<unknown>,
): Promise<void> {
  for (const [settings, expected] of await unconnectable(lab)) {
    const outcome = await outcomeOf(() => work(settings))
    const { code } = (outcome.error ?? {}) as { code?: string }
    expectThrown(outcome, code === expected.code ? outcome.error : expected)
  }
}

/** The pool lends the same connection as before. */
async function expectLends(pool: Pool, thread: number): Promise<void> {
  const outcome = await outcomeOf(() => soon(threadOf(pool), 'title-leaks'))
  const { error, value } = outcome
  if (error instanceof Error && error.message === 'Pool is closed.') {
    throw mistake('ends-pool', { expected: 'a connection', seen: error })
  }
  if (error) throw error
  if (value !== thread) throw mistake('closes-connection', { expected: thread, seen: value })
}

/** The numbers of all connections that the student's code has opened in this test. */
async function studentsThreads({ server }: Lab, except: Connection[]): Promise<number[]> {
  const others = except.map(({ threadId }) => threadId)
  const threads = (await server.statements()).map(({ thread }) => Number(thread))
  return [...new Set(threads)].filter((thread) => !others.includes(thread))
}
