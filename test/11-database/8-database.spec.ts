import { connect as connectTo, type Socket } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import type { RowDataPacket } from 'mysql2/promise'
import { createDatabase, type Database } from '#exercise/11-database/8-database'
import {
  before,
  byTest,
  exercise,
  expectOnlyCommitted,
  expectRows,
  expectValue,
  holdClock,
  mistake,
  passAMinute,
  realDelay,
  releaseClock,
  type Lab,
} from '#support'
import { expectAsApart } from './as-apart.ts'
import { ask, open, runChat, sidebar, type Assistant } from './chat-application.ts'
import { expectComplete, expectWiring } from './wiring.ts'
import { expectRefused, outcomeOf, readTables, soon, tooLong, whileLocked } from './probes.ts'

const test = exercise(import.meta.url, { tables: 'empty' })

test('creates a separate module on every call, complete from the start', async (lab) => {
  // The same object for both.
  const options = { ...lab.options, connectionLimit: limit }
  const [one, other] = [createDatabase(options), createDatabase(options)]
  for (const database of [one, other]) {
    expectComplete(database)
    expectRows(await soon(database.listConversations()), [], 'listConversations()')
  }
  await soon(one.close(), 'still-open')
  const { error } = await outcomeOf(() => soon(other.listConversations()))
  if (error) throw mistake('one-pool-for-all', { expected: [], seen: error })
  await expectIdle(lab)
})

test('passes on everything each function is given', async (lab) => {
  await expectWiring(lab, begin(lab))
  await expectNothingLeft(lab)
  await expectTimesOfOptions(lab)
})

test('serves a day in the life of the chat, with two clients at once', async (lab) => {
  await runChat(begin(lab), (phone) => runChat(begin(lab), (laptop) => day(lab, phone, laptop)))
})

test('takes odd texts as they are, and rejects what does not fit', async (lab) => {
  const database = begin(lab)
  await expectAsApart(lab, database)
  const texts = lab.random.hostile('text')
  const id = await soon(database.createConversation(lab.random.title()))
  for (const [index, text] of texts.entries())
    await soon(database.saveTurn(id, text, texts.at(index - 1)!))
  const expected = texts.flatMap((text, n) => [`user: ${text}`, `ai: ${texts.at(n - 1)}`])
  expectValue((await open(database, id)).lines, expected, 'getHistory()')
  for (const work of [
    () => database.saveTurn(id, 'short', tooLong),
    () => database.addMessage(id, 'user', tooLong),
    () => database.renameConversation(id, tooLong),
    () => database.createConversation(tooLong),
  ]) {
    const { error, value } = await outcomeOf(() => soon<unknown>(work()))
    const details = { expected: 'ER_DATA_TOO_LONG (1406)', seen: error ?? value ?? String(value) }
    if (error?.errno !== 1406) throw mistake('swallows-errors', details)
  }
  expectValue((await open(database, id)).lines, expected, 'getHistory()')
  await lab.server.query('RENAME TABLE conversations TO gone, messages TO gone_too')
  for (const work of [
    () => database.createConversation('no'),
    () => database.listConversations(),
    () => database.getHistory(id),
    () => database.addMessage(id, 'ai', 'no'),
    () => database.saveTurn(id, 'no', 'no'),
    () => database.renameConversation(id, 'no'),
    () => database.archiveConversation(id),
    () => database.deleteConversation(id),
    () => database.search('no'),
  ])
    await expectRefused(() => soon<unknown>(work()), 1146, 'ER_NO_SUCH_TABLE')
  await lab.server.query('RENAME TABLE gone TO conversations, gone_too TO messages')
})

test('carries on after a connection is lost halfway', async (lab) => {
  const database = begin(lab)
  const id = await soon(database.createConversation(lab.random.title()))
  await soon(database.saveTurn(id, 'first', 'turn'))
  const [outcome] = await whileLocked(
    lab,
    id,
    [() => database.saveTurn(id, 'lost', 'turn')],
    async (threads) => {
      for (const thread of threads) await lab.server.kill(thread)
    },
  )
  const seen = outcome!.error ?? outcome!.value ?? String(outcome!.value)
  if (!outcome!.error) throw mistake('swallows-errors', { expected: 'an error', seen })
  const next = await outcomeOf(() => soon(database.saveTurn(id, 'second', 'turn')))
  if (next.error) throw mistake('one-connection', { expected: 'a turn', seen: next.error })
  const expected = ['user: first', 'ai: turn', 'user: second', 'ai: turn']
  expectValue((await open(database, id)).lines, expected, 'getHistory()')
})

test('shows one client immediately what another has written', async (lab) => {
  await expectAnswered(lab)
  const [phone, laptop] = [begin(lab), begin(lab)]
  const word = lab.random.word()
  const id = await soon(phone.createConversation(word))
  const ask = async () => ({
    getHistory: await soon(phone.getHistory(id)),
    search: await soon(phone.search(word)),
    listConversations: await soon(phone.listConversations()),
  })
  const changes = [
    () => laptop.saveTurn(id, word, word),
    () => laptop.renameConversation(id, `${word} again`),
    () => laptop.archiveConversation(id),
    () => laptop.deleteConversation(id),
  ]
  let before = structuredClone(await ask())
  const expected = [
    [2, [word], [word]],
    [2, [`${word} again`], [`${word} again`]],
    [2, [], []],
    [null, [], []],
  ]
  for (const [index, change] of changes.entries()) {
    await soon<unknown>(change())
    const now = await ask()
    const titles = (rows: { title: string }[]) => rows.map(({ title }) => title)
    const seen = [
      now.getHistory && now.getHistory.length,
      titles(now.search),
      titles(now.listConversations),
    ]
    const wanted = expected[index]!
    const right = isDeepStrictEqual(seen, wanted)
    const details = { expected: wanted, seen }
    const old = Object.entries(before).some(([name, rows], part) => {
      const same = isDeepStrictEqual(rows, structuredClone(now[name as keyof typeof now]))
      return same && !isDeepStrictEqual(seen[part], wanted[part])
    })
    if (!right && old) throw mistake('stale-answer', details)
    expectValue(seen, wanted, 'getHistory(), search(), listConversations()')
    before = structuredClone(now)
  }
  await expectApartFromOthers(lab)
})

test('keeps two callers apart, each on its own connection', async (lab) => {
  const database = begin(lab)
  const [locked, free] = [
    await soon(database.createConversation('locked')),
    await soon(database.createConversation('free')),
  ]
  const wait = () => database.saveTurn(locked, 'I', 'wait')
  const [waited] = await whileLocked(lab, locked, [wait], async () => {
    await soon(database.saveTurn(free, 'I', 'do not wait'), 'one-connection')
  })
  // However long it has to.
  if (waited!.error) throw waited!.error
  expectValue((await readTables(lab.server)).messages.length, 4, 'COUNT(*)')
  // Nor does anybody see what another caller has not finished.
  const unfinished = `INSERT INTO messages (conversation_id, content) VALUES (${free}, 'half')`
  await expectOnlyCommitted(lab.server, unfinished, () => soon(database.getHistory(free)))
})

test('never opens more connections than the options allow', async (lab) => {
  const database = begin(lab)
  const id = await soon(database.createConversation())
  await soon(Promise.all(Array.from({ length: 12 }, () => database.getHistory(id))))
  const seen = await othersOpen(lab)
  if (seen.length > limit) throw mistake('too-many-connections', { expected: limit, seen })
  // Nor fewer, when more callers ask at once than there are connections, however many wait.
  let lines = 0
  const stream = () => {
    lines += 1
    return connectTo(lab.options.port, lab.options.host)
  }
  const wide = createDatabase({ ...lab.options, connectionLimit: 5, stream })
  await soon(Promise.all(Array.from({ length: 120 }, () => wide.getHistory(id))))
  await soon(wide.close(), 'still-open')
  if (lines > 5) throw mistake('too-many-connections', { expected: 5, seen: lines })
  expectValue(lines, 5, 'options.connectionLimit')
  // Where the options say that nobody waits, the second caller is told.
  const strict = createDatabase({ ...lab.options, connectionLimit: 1, waitForConnections: false })
  const calls = await Promise.allSettled([strict.listConversations(), strict.listConversations()])
  await soon(strict.close(), 'still-open')
  const ends = calls.map(({ status }) => status)
  expectValue(ends, ['fulfilled', 'rejected'], 'options.waitForConnections')
})

test('close waits for what is running, leaves nothing open, and may be called twice', async (lab) => {
  const [database, other] = [begin(lab), begin(lab)]
  const id = await soon(database.createConversation())
  await soon(other.listConversations())
  await expectWaits(lab, begin(lab), id)
  const twice = async () => {
    await database.close()
    await database.close()
  }
  const unused = begin(lab)
  for (const work of [twice, () => unused.close(), () => unused.close()]) {
    const { error } = await outcomeOf(() => soon(work(), 'still-open'))
    if (error) throw mistake('close-twice', { expected: 'closed', seen: error })
  }
  const after = await outcomeOf(() => soon(database.getHistory(id), 'still-open'))
  if (!after.error) throw mistake('still-open', { expected: 'an error', seen: after.value })
  // Nor does it open when it was closed before anybody called it.
  const late = await outcomeOf(() => soon(unused.listConversations(), 'still-open'))
  if (!late.error) throw mistake('still-open', { expected: 'an error', seen: late.value })
  await soon(other.close())
  const seen = await lab.server.leftOpen(lab.connection)
  if (seen.length > 0) throw mistake('still-open', { expected: [], seen })
})

// --- internal ---

const limit = 3

const begin = ({ options }: Lab) => createDatabase({ ...options, connectionLimit: limit })

/** What a call leaves behind on a connection of its pool waits for the next caller there, or keeps others waiting. */
async function expectNothingLeft(lab: Lab): Promise<void> {
  const parts = /^(GET_LOCK|LOCK|START TRANSACTION|@@time_zone)/
  for (const threadId of await othersOpen(lab))
    await lab.expectAsOpened({ threadId }, 'connection.query()', parts)
}

/** Where the driver makes the times, it makes them as the options say. */
async function expectTimesOfOptions(lab: Lab): Promise<void> {
  for (const own of [{ dateStrings: true }, { timezone: `+0${lab.random.int(1, 9)}:00` }]) {
    const database = createDatabase({ ...lab.options, ...own })
    const [seen] = await soon(database.listConversations())
    await soon(database.close(), 'still-open')
    // What the function itself makes a Date is the same in every zone.
    if (own.dateStrings && typeof seen!.updated_at !== 'string') return
    const connection = await lab.connect(own)
    const sql = 'SELECT updated_at FROM conversations WHERE id = ?'
    const [[expected]] = await connection.query<RowDataPacket[]>(byTest(sql), [seen!.id])
    expectValue(seen!.updated_at, expected!.updated_at, `options.${Object.keys(own)[0]}`)
  }
}

/** Fails if a module that has not been used opens a connection. */
async function expectIdle(lab: Lab): Promise<void> {
  let lines = 0
  const asked: string[][] = []
  const stream = () => {
    lines += 1
    const socket = connectTo(lab.options.port, lab.options.host)
    let first = true
    before(socket, 'write', (packet) => {
      if (first) asked.push(flagsIn(packet as Buffer))
      first = false
    })
    return socket
  }
  const options = { ...lab.options, stream }
  const database = createDatabase(options)
  // They belong to the caller.
  expectValue(options, { ...lab.options, stream }, 'options')
  expectValue(Object.isFrozen(options), false, 'Object.isFrozen(options)')
  await realDelay(1)
  const seen = lines
  await soon(database.listConversations())
  await soon(database.close(), 'still-open')
  if (seen > 0) throw mistake('connects-at-once', { expected: 0, seen })
  // Any of the options may be among those that are given.
  expectValue(lines, 1, 'options.stream')
  // What the driver asks the server for is theirs, too.
  await lab.createPool({ stream }).query(byTest('SELECT 1'))
  expectValue(asked[0], asked[1], 'options.flags')
}

/** When a function has returned, the server has answered all that it sent, the COMMIT too. */
async function expectAnswered(lab: Lab): Promise<void> {
  const asked = new Set<Socket>()
  const stream = () => {
    const socket = connectTo(lab.options.port, lab.options.host)
    before(socket, 'write', (packet) => {
      if (!besides.includes((packet as Buffer)[4]!)) asked.add(socket)
    })
    return socket.on('data', () => asked.delete(socket))
  }
  const database = createDatabase({ ...lab.options, connectionLimit: limit, stream })
  const id = await soon(database.createConversation())
  for (const write of [
    () => database.addMessage(id, 'user', 'Tea?'),
    () => database.saveTurn(id, 'Tea?', 'Tea.'),
    () => database.renameConversation(id, 'Tea'),
    () => database.archiveConversation(id),
    () => database.deleteConversation(id),
  ]) {
    await soon<unknown>(write())
    if (asked.size > 0)
      throw mistake('not-committed', { expected: 'answered', seen: 'still running' })
  }
  await soon(database.close(), 'still-open')
}

/**
 * COM_QUIT, COM_STMT_SEND_LONG_DATA and COM_STMT_CLOSE are not answered; COM_PING and COM_RESET_CONNECTION are the pool's own
 * affair, which may come after a release.
 */
const besides = [0x01, 0x0e, 0x18, 0x19, 0x1f]

/**
 * Keeps back what the server answers to one call, lets another client write, and calls again: that answer is not the
 * first one's.
 */
async function expectApartFromOthers(lab: Lab): Promise<void> {
  let isHeld = false
  let came = () => {}
  const letGo: (() => void)[] = []
  const stream = () => {
    const socket = connectTo(lab.options.port, lab.options.host)
    const emit = socket.emit.bind(socket) as (...args: unknown[]) => boolean
    const kept: unknown[][] = []
    const value = (...args: unknown[]) => {
      // What comes after it comes later, too.
      if (args[0] !== 'data' || (!isHeld && kept.length === 0)) return emit(...args)
      kept.push(args)
      came()
      return true
    }
    letGo.push(() => {
      for (const args of kept.splice(0)) emit(...args)
    })
    Object.defineProperty(socket, 'emit', { value })
    return socket
  }
  const word = lab.random.word()
  const database = createDatabase({ ...lab.options, connectionLimit: limit, stream })
  for (const ask of [() => database.listConversations(), () => database.search(word)]) {
    await soon(ask())
    isHeld = true
    const answered = new Promise<void>((resolve) => (came = resolve))
    const first = ask()
    await soon(Promise.race([answered, first]))
    isHeld = false
    await lab.server.query('INSERT INTO conversations (title) VALUES (?)', [word])
    const second = ask()
    for (const go of letGo) go()
    await soon(first)
    const [seen, expected] = [(await soon(second)).length, (await soon(ask())).length]
    if (seen !== expected) throw mistake('stale-answer', { expected, seen })
  }
  await soon(database.close(), 'still-open')
}

/** What a client asks for when it answers the server's greeting, by the protocol's names. */
function flagsIn(packet: Buffer): string[] {
  const flags = packet.readUInt32LE(4)
  return Object.entries({ FOUND_ROWS: 1 << 1, LOCAL_FILES: 1 << 7, MULTI_STATEMENTS: 1 << 16 })
    .filter(([, flag]) => (flags & flag) !== 0)
    .map(([name]) => name)
}

/** Closes while a statement waits for a lock: it has to finish, and both callers of close() wait for it. */
async function expectWaits(lab: Lab, database: Database, id: number): Promise<void> {
  let running = true
  const closings: Promise<boolean>[] = []
  const [renamed] = await whileLocked<unknown>(
    lab,
    id,
    [() => database.renameConversation(id, 'renamed').finally(() => (running = false))],
    async () => {
      using _ = holdClock()
      // A moment, since the end of the statement passes through more promises than the pool's.
      for (const closing of [database.close(), database.close()])
        closings.push(closing.then(() => realDelay(1)).then(() => running))
      for (const one of closings) one.catch(() => {})
      await passAMinute()
      releaseClock()
      await Promise.race([Promise.allSettled(closings), realDelay(60)])
    },
  )
  const seen = renamed!.error ?? renamed!.value
  if (seen !== true) throw mistake('cuts-work', { expected: true, seen })
  const again = await outcomeOf(() => soon(database.close(), 'still-open'))
  if (again.error) throw mistake('close-twice', { expected: 'closed', seen: again.error })
  // The first one waits; the task does not say what a second one must do.
  const [early] = await soon(Promise.all(closings), 'still-open')
  if (early) throw mistake('still-open', { expected: 'waits', seen: 'closed' })
}

/** It takes a moment, as an assistant does. */
const parrot: Assistant = async (question) => `You said: ${question}`

const asRow = (line: string) => ({ line })

async function othersOpen({ server, connection }: Lab): Promise<number[]> {
  return (await server.openConnections()).filter((thread) => thread !== connection.threadId)
}

async function day(lab: Lab, phone: Database, laptop: Database): Promise<void> {
  const titles = ['tea', 'books'].map((word) => `${word} ${lab.random.word()}`)
  const [tea, books] = await Promise.all([
    soon(phone.createConversation(titles[0])),
    soon(laptop.createConversation(titles[1])),
  ])
  const questions = Array.from({ length: 6 }, () => lab.random.text())
  // Both clients talk in the same conversation, and neither waits for the other.
  const talks = questions.map((question, index) =>
    outcomeOf(() => soon(ask(index % 2 ? phone : laptop, parrot, tea, question))),
  )
  for (const { error, value } of await Promise.all(talks)) {
    if (error?.errno === 1213) throw mistake('child-before-parent', { seen: error })
    if (error) throw error
    expectValue(typeof value, 'string', 'saveTurn()')
  }
  const { lines } = await open(laptop, tea)
  expectTurns(lines, questions)
  expectRows((await open(phone, tea)).lines.map(asRow), lines.map(asRow), 'getHistory()')
  await laptop.archiveConversation(books)
  await phone.renameConversation(tea, `Green ${titles[0]}`)
  expectValue(await sidebar(laptop), [`Green ${titles[0]}`], 'listConversations()')
  expectValue(await sidebar(laptop, questions[0]), [`Green ${titles[0]}`], 'search()')
  expectValue(await sidebar(phone, titles[1]), [], 'search()')
  await laptop.deleteConversation(tea)
  expectValue(await ask(phone, parrot, tea, 'Still there?'), null, 'saveTurn()')
  expectValue((await open(phone, tea)).status, 404, 'getHistory()')
  const { conversations, messages } = await readTables(lab.server)
  expectValue([conversations.length, messages.length], [1, 0], 'COUNT(*)')
}

/** Each question, in whatever order, followed by its own answer. */
function expectTurns(lines: readonly string[], questions: readonly string[]): void {
  const asked = lines.filter((line) => line.startsWith('user: ')).map((line) => line.slice(6))
  const expected = asked.flatMap((question) => [`user: ${question}`, `ai: You said: ${question}`])
  if (lines.join('\n') !== expected.join('\n'))
    throw mistake('turns-mixed', { expected, seen: lines })
  expectValue(asked.toSorted(), questions.toSorted(), 'saveTurn()')
}
