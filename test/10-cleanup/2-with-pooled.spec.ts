import type { Connection, Pool, PoolConnection, RowDataPacket } from 'mysql2/promise'
import { withPooled } from '#exercise/10-cleanup/2-with-pooled'
import {
  atOnce,
  byTest,
  exercise,
  expectValue,
  holdClock,
  inFlight,
  inTime,
  mistake,
  passAMinute,
  realDelay,
  recordOf,
  releaseClock,
  soon,
  errorOf,
  loseWhileRunning,
  type Lab,
} from '#support'
import {
  expectAnyErrorThrown,
  expectAnyResultReturned,
  expectThrown,
  outcomeOf,
  threadOf,
  unconnectable,
} from './probes.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('lends work a connection from the pool and returns what work returns', async (lab) => {
  const pool = poolOfOne(lab)
  const thread = await threadOf(pool)
  const word = lab.random.word()
  const lent = borrowings(pool)
  const seen = await withPooled(pool, async (own) => {
    if (own.threadId !== thread)
      throw mistake('own-connection', { expected: thread, seen: own.threadId })
    await lab.expectAsOpened(own)
    const [rows] = await own.query<RowDataPacket[]>(byTest('SELECT ? AS word'), [word])
    if (lent.length > 0) expectValue(own === (await lent[0]), true, 'work(connection)')
    return rows[0]!.word as string
  })
  expectValue(seen, word, 'withPooled()')
})

test('runs work once, and passes on whatever it returns or throws', async (lab) => {
  const pool = poolOfOne(lab)
  const thread = await threadOf(pool)
  const lendTo = (work: (own: Connection) => Promise<unknown>) =>
    soon(withPooled(pool, work), 'not-released')
  await expectAnyResultReturned(lendTo)
  await expectAnyErrorThrown(lendTo)
  // One of the errors said that a connection was lost: not this one.
  const seen = await soon(threadOf(pool), 'not-released')
  if (seen !== thread) throw mistake('closes-connection', { expected: thread, seen })
})

test('serves several callers at once, each with its own connection', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 3 })
  const failure = new Error(lab.random.text())
  const titles = [1, 2, 3, 4, 5].map(() => lab.random.word())
  let begun = () => {}
  let together = true
  const three = new Promise<void>((resolve) => (begun = resolve))
  const threads = new Set<number>()
  const outcomes = await soon(
    atOnce(
      titles.map(
        (title, n) => () =>
          withPooled(pool, async (own) => {
            // None of them ends before all three connections are lent.
            if (threads.add(own.threadId).size === 3) begun()
            else if (together && (await inTime(three, 1000)) === 'late') together = false
            await own.query(byTest('START TRANSACTION'))
            await own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
            if (n === 1) throw failure
            if (n !== 3) await own.query(byTest('COMMIT'))
            return n
          }),
      ),
    ),
    'not-released',
  )
  expectValue(together ? 'at once' : 'one after the other', 'at once', 'withPooled()')
  expectThrown(outcomes[1]!, failure)
  const saved = await lab.server.query<{ title: string }>(
    'SELECT title FROM conversations WHERE title IN (?) ORDER BY id',
    [titles],
  )
  const seen = saved.map(({ title }) => title).toSorted()
  expectValue(seen, [titles[0], titles[2], titles[4]].toSorted(), 'conversations.title')
  // A call within the work of another one, too.
  const [outer, inner] = await soon(
    withPooled(pool, async (own) => [own, await withPooled(pool, async (other) => other)] as const),
    'not-released',
  )
  expectValue(
    outer.threadId === inner.threadId ? 'the same' : 'another',
    'another',
    'work(connection)',
  )
})

test('throws what keeps the pool from lending, and does not run work', async (lab) => {
  for (const [settings, expected] of await unconnectable(lab)) {
    let ran = false
    const pool = lab.createPool(settings)
    const asked = borrowings(pool)
    const outcome = await outcomeOf(() =>
      withPooled(pool, async () => {
        ran = true
      }),
    )
    if (ran) throw mistake('work-runs-anyway', { expected, seen: 'work was called' })
    const { code } = (outcome.error ?? {}) as { code?: string }
    expectThrown(outcome, code === expected.code ? outcome.error : expected)
    if (asked.length > 0) expectValue(asked.length, 1, 'getConnection()')
  }
})

test('gives the connection back, so that one connection serves many', async (lab) => {
  const pool = poolOfOne(lab)
  const threads: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    threads.push(await lend(pool, async (own) => own.threadId))
    const { borrowed, returned } = recordOf(pool)
    if (returned < borrowed)
      throw mistake('not-released', { expected: 'released', seen: 'still borrowed' })
  }
  const [first] = threads
  if (threads.some((thread) => thread !== first)) {
    throw mistake('closes-connection', { expected: [first, first, first], seen: threads })
  }
})

test('makes the next caller wait until work is done', async (lab) => {
  const pool = poolOfOne(lab)
  const steps: string[] = []
  const work = (name: string) => async (own: PoolConnection) => {
    steps.push(`${name} begins`)
    await own.query(byTest('SELECT 1'))
    await realDelay(20)
    await passAMinute()
    steps.push(`${name} ends`)
    return name
  }
  using _ = holdClock()
  const names = ['first', 'second']
  const outcomes = await atOnce(names.map((name) => () => lend(pool, work(name))))
  releaseClock()
  const turnedAway = outcomes.find(
    (one, n) => 'error' in one && !steps.includes(`${names[n]} begins`),
  )
  if (turnedAway && 'error' in turnedAway) throw turnedAway.error
  const expected = ['first begins', 'first ends', 'second begins', 'second ends']
  if (steps.join() !== expected.join()) throw mistake('work-not-awaited', { expected, seen: steps })
  const failed = outcomes.find((one, n) => 'error' in one || one.value !== names[n])
  if (failed) throw mistake('work-not-awaited', { expected, seen: failed })
})

test('gives the connection back after an error and throws that error', async (lab) => {
  const pool = poolOfOne(lab)
  const thread = await threadOf(pool)
  const failures = [
    () => Promise.reject(new Error(lab.random.text())),
    (own: PoolConnection) => own.query(byTest('SELEKT 1')),
  ]
  for (const fail of failures) {
    let thrown: unknown
    const outcome = await outcomeOf(() =>
      lend(pool, async (own) => {
        thrown = await errorOf(() => fail(own))
        throw thrown
      }),
    )
    expectThrown(outcome, thrown)
    await expectLends(pool)
    const seen = await threadOf(pool)
    if (seen !== thread) throw mistake('closes-connection', { expected: thread, seen })
  }
})

test('gives the connection back without an open transaction', async (lab) => {
  const pool = poolOfOne(lab)
  const { server, random } = lab
  const ends = [() => Promise.resolve(), () => Promise.reject(new Error('Changed my mind.'))]
  // With autocommit off, the INSERT itself begins one.
  const begins = [['START TRANSACTION'], ['BEGIN'], ['SET autocommit = 0']]
  // UNLOCK TABLES would commit it.
  begins.push(['SET autocommit = 0', 'LOCK TABLES conversations WRITE'])
  const thread = await threadOf(pool)
  for (const [turn, end] of begins.flatMap(() => ends).entries()) {
    const title = random.word()
    await lend(pool, async (own) => {
      for (const sql of begins[turn >> 1]!) await own.query(byTest(sql))
      await own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
      await end()
    }).catch(() => {})
    if (inFlight(pool) > 0)
      throw mistake('open-transaction', { expected: 'rolled back', seen: 'ROLLBACK is running' })
    const inside = await lend(pool, (own) =>
      own.query<RowDataPacket[]>(byTest('SELECT title FROM conversations WHERE title = ?'), [
        title,
      ]),
    )
    await pool.query(byTest('UNLOCK TABLES'))
    const saved = await server.query('SELECT title FROM conversations WHERE title = ?', [title])
    await pool.query(byTest('SET autocommit = 1'))
    const details = { expected: [], seen: inside[0] }
    if (saved.length > 0) throw mistake('commits-for-work', details)
    if (inside[0].length > 0) throw mistake('open-transaction', details)
    const seen = await threadOf(pool)
    if (seen !== thread) throw mistake('closes-connection', { expected: thread, seen })
  }
  await expectRollbackAwaited(pool)
})

test('keeps what work has committed', async (lab) => {
  const pool = poolOfOne(lab)
  const title = lab.random.word()
  await lend(pool, async (own) => {
    await own.query(byTest('START TRANSACTION'))
    await own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
    await own.query(byTest('COMMIT'))
  })
  const saved = await lab.server.query('SELECT title FROM conversations WHERE title = ?', [title])
  expectValue(saved, [{ title }], 'conversations')
  // Without a transaction, every statement commits by itself.
  const another = lab.random.word()
  await lend(pool, (own) =>
    own.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [another]),
  )
  const seen = await lab.server.query('SELECT title FROM conversations WHERE title = ?', [another])
  expectValue(seen, [{ title: another }], 'conversations')
})

test('carries on with a fresh connection after a KILL', async (lab) => {
  const pool = poolOfOne(lab)
  let thrown: unknown
  const outcome = await outcomeOf(() =>
    soon(
      withPooled(pool, async (own) => {
        thrown = await loseWhileRunning(lab.server, own)
        throw thrown
      }),
      'not-released',
    ),
  )
  expectThrown(outcome, thrown)
  await expectLends(pool)
  const survived = await outcomeOf(() =>
    lend(pool, async (own) => {
      await loseWhileRunning(lab.server, own)
      return 'survived'
    }),
  )
  if ('error' in survived)
    throw mistake('error-replaced', { expected: 'survived', seen: survived.error })
  await expectLends(pool)
  await expectLentAfterFailedRollback(lab)
})

// --- internal ---

/** With `gracefulEnd`, end() of a pooled connection closes it; without, it only warns and releases. */
function poolOfOne({ createPool }: Lab): Pool {
  return createPool({ connectionLimit: 1, gracefulEnd: true })
}

function lend<T>(pool: Pool, work: (own: PoolConnection) => Promise<T>): Promise<T> {
  const begun = withPooled(pool, work).catch((error: Error) => {
    if (error.message === 'Pool is closed.')
      throw mistake('ends-pool', { expected: 'a connection', seen: error })
    throw error
  })
  return soon(begun, 'not-released')
}

/** What the pool is asked for from now on. */
function borrowings(pool: Pool): Promise<PoolConnection>[] {
  const all: Promise<PoolConnection>[] = []
  const ask = pool.getConnection.bind(pool)
  const getConnection = () => {
    const asked = ask()
    all.push(asked)
    return asked
  }
  Object.assign(pool, { getConnection })
  return all
}

/** Within an XA transaction the server rejects ROLLBACK (1399), though the connection is alive. */
async function expectLentAfterFailedRollback(lab: Lab): Promise<void> {
  const failure = new Error(lab.random.text())
  for (const [index, end] of [() => 'done', () => throwAtOnce(failure)].entries()) {
    // Nobody else's has this name, nor the one before, which the server may not have ended yet.
    const xid = `${lab.schema}_${index}`
    const pool = poolOfOne(lab)
    const outcome = await outcomeOf(() =>
      lend(pool, async (own) => {
        await own.query(byTest(`XA START '${xid}'`))
        return end()
      }),
    )
    const { borrowed, returned } = recordOf(pool)
    if (returned < borrowed)
      throw mistake('not-released', { expected: 'released', seen: 'still borrowed' })
    if ('error' in outcome || outcome.value !== 'done') expectThrown(outcome, failure)
    await expectLends(pool)
    // It need not have been able to end this one.
    for (const sql of [`XA END '${xid}'`, `XA ROLLBACK '${xid}'`])
      await outcomeOf(() => pool.query(byTest(sql)))
  }
}

/** However long it takes: the connection has something else to do before it. */
async function expectRollbackAwaited(pool: Pool): Promise<void> {
  let running = true
  let floating: Promise<void> | undefined
  using _ = holdClock()
  const lent = lend(pool, async (own) => {
    await own.query(byTest('START TRANSACTION'))
    floating = own.query(byTest('SELECT SLEEP(0.2)')).then(() => void (running = false))
  })
  await Promise.race([lent, realDelay(50)])
  await passAMinute()
  releaseClock()
  await lent
  const seen = running
  await floating
  if (seen)
    throw mistake('open-transaction', { expected: 'rolled back', seen: 'ROLLBACK is running' })
}

function throwAtOnce(error: unknown): never {
  throw error
}

/** The pool must still have a working connection to give. */
async function expectLends(pool: Pool): Promise<void> {
  expectValue(await lend(pool, async () => 'done'), 'done', 'withPooled()')
  const thread = await soon(threadOf(pool), 'not-released')
  if (!(thread > 0)) throw mistake('not-released', { expected: 'a connection', seen: thread })
}
