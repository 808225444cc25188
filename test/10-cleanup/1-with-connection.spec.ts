import { setTimeout as delay } from 'node:timers/promises'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { TypeCastField, TypeCastNext } from 'mysql2'
import { withConnection } from '#exercise/10-cleanup/1-with-connection'
import {
  atOnce,
  byTest,
  exercise,
  expectRows,
  expectValue,
  holdClock,
  inTime,
  mistake,
  passAMinute,
  realDelay,
  releaseClock,
  errorOf,
  loseWhileRunning,
  rudeServer,
  type Lab,
} from '#support'
import { expectEndAwaited } from './closing.ts'
import {
  expectAnyErrorThrown,
  expectAnyResultReturned,
  expectNoneOpen,
  expectQuit,
  expectThrown,
  outcomeOf,
  unconnectable,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('gives work its own connection and returns what work returns', async ({ options, random }) => {
  const threads = new Set<number>()
  for (const word of [random.word(), random.word()]) {
    const seen = await withConnection(options, async (own) => {
      if (threads.has(own.threadId)) {
        throw mistake('keeps-connection', { expected: 'a new connection', seen: own.threadId })
      }
      threads.add(own.threadId)
      const [rows] = await own.query<RowDataPacket[]>(byTest('SELECT ? AS word'), [word])
      return rows[0]!.word as string
    })
    if (seen === undefined) throw mistake('result-lost', { expected: word, seen: String(seen) })
    expectValue(seen, word, 'withConnection()')
  }
  // Within the work of another call, too.
  await withConnection(options, async (own) => {
    const inner = await inTime(withConnection(options, async ({ threadId }) => threadId))
    if (inner === 'late') expectValue('one after the other', 'at once', 'withConnection()')
    await own.query(byTest('SELECT 1'))
    if (own.threadId === (inner as { value?: number }).value)
      throw mistake('keeps-connection', { expected: 'a new connection', seen: own.threadId })
  })
})

test('runs work once, and passes on whatever it returns or throws', async (lab) => {
  const { connection, server, options } = lab
  await expectAnyResultReturned((work) => withConnection(options, work))
  await expectAnyErrorThrown((work) => withConnection(options, work), options.password)
  await expectNoneOpen(server, [connection], 'closes-on-success-only')
})

test('connects with the options it is given', async ({ options }) => {
  const given = Object.freeze({
    ...options,
    dateStrings: true,
    charset: 'latin1_swedish_ci',
    supportBigNumbers: true,
    bigNumberStrings: true,
    typeCast: (field: TypeCastField, next: TypeCastNext) =>
      field.name === 'cast' ? 'by the function' : next(),
  })
  const seen = await withConnection(given, async (own) => {
    const [rows] = await own.query<RowDataPacket[]>(
      byTest(`SELECT NOW() AS time, @@collation_connection AS charset, DATABASE() AS name,
        9007199254740993 AS big, 1 AS cast`),
    )
    return { ...rows[0]!, time: typeof rows[0]!.time }
  })
  const expected = {
    time: 'string',
    charset: given.charset,
    name: options.database,
    big: '9007199254740993',
    cast: 'by the function',
  }
  expectValue(seen, expected, 'config')
})

test('hands over the connection as it was opened', async (lab) => {
  const { connection, options } = lab
  await withConnection(options, (own) => lab.expectAsOpened(own))
  const settings = `SELECT @@time_zone, @@transaction_isolation, @@sql_mode, @@autocommit, @@foreign_key_checks,
    @@innodb_lock_wait_timeout, @@wait_timeout, @@group_concat_max_len, @@character_set_client`
  const settingsOf = async (own: Connection) =>
    (await own.query<RowDataPacket[]>(byTest(settings)))[0][0]!
  const expected = await settingsOf(connection)
  expectValue(await withConnection(options, settingsOf), expected, 'work(connection)')
  // The driver's own settings, too: options that nobody has given.
  const own = await withConnection(options, async ({ config }) => primitives(config))
  expectValue(own, primitives(connection.config), 'connection.config')
})

test('serves several callers at once, each with its own connection', async (lab) => {
  const { connection, server, options, random } = lab
  const threads = new Set<number>()
  const failure = new Error(random.text())
  let begun = () => {}
  let together = true
  const all = new Promise<void>((resolve) => (begun = resolve))
  // More than a pool lends if nobody has said how many.
  const numbers = Array.from({ length: 11 }, (_, index) => index)
  const calls = atOnce(
    numbers.map(
      (n) => () =>
        withConnection(options, async (own) => {
          threads.add(own.threadId)
          // None of them ends before all have begun.
          if (threads.size === numbers.length) begun()
          else if (together && (await inTime(all, 1000)) === 'late') together = false
          await own.query(byTest('SELECT 1'))
          if (n === 2) throw failure
          return n
        }),
    ),
  )
  const outcomes = await calls
  if (threads.size < numbers.length)
    throw mistake('keeps-connection', { expected: numbers.length, seen: threads.size })
  expectValue(together ? 'at once' : 'one after the other', 'at once', 'withConnection()')
  expectThrown(outcomes[2]!, failure)
  const values = numbers.filter((n) => n !== 2).map((value) => ({ value }))
  expectValue(outcomes.toSpliced(2, 1), values, 'withConnection()')
  await expectNoneOpen(server, [connection], 'left-open')
})

test('waits until the connection is closed', async (lab) => {
  const { options, random, server } = lab
  let running = true
  let floating: Promise<void> | undefined
  using _ = holdClock()
  const closed = withConnection(options, async (own) => {
    // The connection has this to do before it closes.
    floating = own.query(byTest('SELECT SLEEP(0.2)')).then(() => void (running = false))
  })
  await Promise.race([closed, realDelay(100)])
  await passAMinute()
  releaseClock()
  await closed
  await delay(0)
  const seen = running
  await floating
  if (seen) throw mistake('end-not-awaited', { expected: 'closed', seen: 'still open' })
  for (const work of [
    used,
    () => Promise.reject(new Error(random.text())),
    () => throwAtOnce(new Error(random.text())),
    async (own: Connection) => throwAtOnce(await loseWhileRunning(server, own)),
  ])
    await expectEndAwaited(lab, () => withConnection<unknown>(options, work))
})

test('waits until work is done before it closes', async ({ options, random }) => {
  const word = random.word()
  using _ = holdClock()
  const outcome = await outcomeOf(() =>
    withConnection(options, async (own) => {
      await realDelay(20)
      await passAMinute()
      const [rows] = await own.query<RowDataPacket[]>(byTest('SELECT ? AS word'), [word])
      return rows[0]!.word as string
    }),
  )
  releaseClock()
  const seen = 'error' in outcome ? outcome.error : outcome.value
  if (seen !== word)
    throw mistake('work-not-awaited', { expected: word, seen: seen ?? String(seen) })
})

test('closes the connection after success, with a Quit', async ({
  connection,
  server,
  options,
}) => {
  const threads = [await withConnection(options, used), await withConnection(options, used)]
  await expectNoneOpen(server, [connection], 'left-open')
  await expectQuit(server, threads)
})

test('closes the connection after an error and throws that error', async (lab) => {
  const { connection, server, options, random } = lab
  const failures = [
    () => Promise.reject(new Error(random.text())),
    (own: Connection) => own.query(byTest('SELEKT 1')),
  ]
  for (const fail of failures) {
    const { outcome, thread, thrown } = await failIn(lab, fail)
    await withConnection(options, used)
    await expectNoneOpen(server, [connection], await leaksAlways(lab))
    expectThrown(outcome, thrown)
    await expectQuit(server, [thread])
  }
})

test('saves nothing that work has not committed', async ({ server, options, random }) => {
  const title = random.word()
  const saved = random.word()
  await withConnection(options, (own) =>
    own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [saved]),
  )
  const isThere = 'SELECT title FROM conversations WHERE title = ?'
  expectRows(await server.query(isThere, [saved]), [{ title: saved }], 'conversations')
  await withConnection(options, async (own) => {
    await own.query(byTest('START TRANSACTION'))
    await own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
  })
  const seen = await server.query(isThere, [title])
  if (seen.length > 0) throw mistake('commits-for-work', { expected: [], seen })
})

test('throws the error of a connection that was killed during the work', async (lab) => {
  const { connection, server, options } = lab
  const { outcome, thrown } = await failIn(lab, async (own) => {
    throw await loseWhileRunning(server, own)
  })
  expectThrown(outcome, thrown)
  const survived = await outcomeOf(() =>
    withConnection(options, async (own) => {
      await loseWhileRunning(server, own)
      return 'survived'
    }),
  )
  if ('error' in survived)
    throw mistake('error-replaced', { expected: 'survived', seen: survived.error })
  await expectNoneOpen(server, [connection], 'left-open')
})

test('throws what keeps it from connecting, and does not run work', async (lab) => {
  const { connection, server, options } = lab
  for (const [settings, expected] of await unconnectable(lab)) {
    let ran = false
    const outcome = await outcomeOf(() =>
      withConnection({ ...options, ...settings }, async () => {
        ran = true
      }),
    )
    if (ran) throw mistake('work-runs-anyway', { expected, seen: 'work was called' })
    const { code } = (outcome.error ?? {}) as { code?: string }
    expectThrown(outcome, code === expected.code ? outcome.error : expected)
  }
  await using rude = await rudeServer()
  await outcomeOf(() =>
    withConnection({ ...options, host: '127.0.0.1', port: rude.port }, async () => {}),
  )
  expectValue(rude.accepted, 1, 'createConnection()')
  await expectNoneOpen(server, [connection], 'left-open')
})

// --- internal ---

function primitives(config: object) {
  return Object.fromEntries(
    Object.entries(config).filter(([, value]) => /^(string|number|boolean)$/.test(typeof value)),
  )
}

function throwAtOnce(error: unknown): never {
  throw error
}

/** Uses the connection; returns its number on the server. */
async function used(own: Connection): Promise<number> {
  await own.query(byTest('SELECT COUNT(*) FROM messages'))
  return own.threadId
}

/** Lets work fail; returns the result, and what was thrown inside. */
async function failIn({ options }: Lab, fail: (own: Connection) => Promise<unknown>) {
  let thread = 0
  let thrown: unknown
  const outcome = await outcomeOf(() =>
    withConnection(options, async (own) => {
      thread = own.threadId
      thrown = await errorOf(() => fail(own))
      throw thrown
    }),
  )
  return { outcome, thread, thrown }
}

/** Distinguishes code that never closes from code that closes only after success. */
async function leaksAlways({ connection, server, options }: Lab): Promise<string> {
  const before = await server.leftOpen(connection)
  await withConnection(options, used)
  const after = await server.leftOpen(connection)
  return after.length > before.length ? 'left-open' : 'closes-on-success-only'
}
