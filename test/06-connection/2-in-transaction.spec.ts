import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Connection, Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'
import { inTransaction } from '#exercise/06-connection/2-in-transaction'
import {
  atOnce,
  before,
  byTest,
  counted,
  exercise,
  expectRanOnce,
  expectValue,
  falsyErrors,
  inFlight,
  mistake,
  recordOf,
  refuseCommits,
  setUnusually,
  coresOf,
  closedPort,
  inHaste,
  type Lab,
} from '#support'
import {
  begins,
  expectSettings,
  outcomeOf,
  readable,
  settingsOf,
  type Outcome,
} from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('commits what work has done, on the connection that work was given', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 2 })
  const title = lab.random.title()
  const { given, outcome } = await trial(pool, (inside) => add(inside, title))
  const statements = (await lab.server.statements()).filter(({ command }) => command !== 'Prepare')
  const own = statements.filter(({ thread }) => Number(thread) === given?.threadId)
  const details = {
    expected: ['START TRANSACTION', 'INSERT …', 'COMMIT'],
    seen: readable(statements),
  }
  if (begins(own).length === 0) {
    throw mistake(begins(statements).length > 0 ? 'begun-elsewhere' : 'no-transaction', details)
  }
  const [inserted, committed] = [/^\s*insert/i, /^\s*commit/i].map((verb) =>
    own.findIndex(({ sql }) => verb.test(sql)),
  )
  if (committed === -1) throw mistake('begun-elsewhere', details)
  if (inserted === -1 || committed! < inserted!) throw mistake('work-not-awaited', details)
  passOn(outcome)
  expectValue(await kept(lab, title), 1, 'conversations')
})

test('returns what work returns', async ({ createPool, random }) => {
  const expected = { word: random.word(), number: random.int(1, 1000) }
  const { outcome } = await trial(createPool({ connectionLimit: 1 }), async () => expected)
  const seen = passOn(outcome)
  if (seen === undefined || seen === null)
    throw mistake('result-lost', { expected, seen: String(seen) })
  expectValue(seen, expected, 'inTransaction()')
  // Not a copy either.
  expectValue(Object.is(seen, expected), true, 'Object.is()')
  expectValue(Object.isFrozen(expected), false, 'Object.isFrozen()')
})

test('rolls back when work throws', async (lab) => {
  const title = lab.random.title()
  const { outcome } = await trial(lab.createPool({ connectionLimit: 1 }), async (inside) => {
    await add(inside, title)
    throw new Error(lab.random.word())
  })
  if (outcome !== 'late' && (await kept(lab, title)) > 0) {
    const seen = await lab.server.statements()
    throw mistake(begins(seen).length > 0 ? 'committed-anyway' : 'no-transaction', {
      seen: readable(seen),
    })
  }
  const left = await lab.server.query('SELECT COUNT(*) AS n FROM conversations')
  expectValue(Number(left[0]!.n), lab.chat.conversations.length, 'conversations')
  // It may throw before there is a promise.
  const pool = lab.createPool({ connectionLimit: 1 })
  const expected = new Error(lab.random.word())
  const thrown = await outcomeOf(
    inTransaction(pool, () => {
      throw expected
    }),
  )
  if ((await outcomeOf(pool.query(byTest('SELECT 1')), 700)) === 'late')
    throw mistake('not-released')
  expectError(thrown, expected, 'other-error')
})

test('throws the error of work', async ({ createPool, random }) => {
  const expected = new Error(random.word())
  const expectUntouched = watchError(expected)
  const { outcome } = await trial(createPool({ connectionLimit: 1 }), () =>
    Promise.reject(expected),
  )
  expectError(outcome, expected, 'other-error')
  expectUntouched()
})

test('calls work once, even when it throws', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 1 })
  // A deadlock tempts code to try again, a falsy result to ignore it.
  const deadlock = Object.assign(new Error('Deadlock found'), {
    errno: 1213,
    code: 'ER_LOCK_DEADLOCK',
  })
  for (const end of [
    () => 0,
    () => undefined,
    () => Promise.reject(new Error('no')),
    () => Promise.reject(deadlock),
    () => Promise.reject(Object.assign(new Error('Lock wait timeout exceeded'), { errno: 1205 })),
  ]) {
    const work = counted<[PoolConnection], unknown>(end)
    await outcomeOf(inTransaction(pool, (connection) => work.run(connection)))
    expectRanOnce(work, 'work()')
  }
  // Another connection was lost, not this one.
  const threads: number[] = []
  for (const code of ['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ER_SERVER_SHUTDOWN'])
    await outcomeOf(
      inTransaction(pool, ({ threadId }) => {
        threads.push(threadId)
        return Promise.reject(Object.assign(new Error('Lost'), { fatal: true, code }))
      }),
    )
  const [first] = threads
  expectValue(threads, [first, first, first, first], 'connection.threadId')
  // It may take an hour.
  const long = counted<[PoolConnection], string>(() => delay(3_600_000, 'at last'))
  const { result } = await inHaste(() => atOnce([() => inTransaction(poolInHaste(), long.run)]))
  const [seen] = result
  if (!seen || 'error' in seen || seen.value !== 'at last')
    throw mistake('work-not-awaited', { expected: 'at last', seen })
  expectRanOnce(long, 'work()')
  // And so may the wait for a connection.
  const busy = poolInHaste()
  const getConnection = async () => {
    await delay(3_600_000)
    return busy.getConnection()
  }
  const late = Object.assign(Object.create(busy) as Pool, { getConnection })
  const { result: patient } = await inHaste(() =>
    atOnce([() => inTransaction(late, () => Promise.resolve('at last'))]),
  )
  const [waited] = patient
  if (waited && 'error' in waited) throw waited.error
  expectValue(waited?.value, 'at last', 'inTransaction()')
})

test('returns and throws falsy values, too', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 1 })
  // Nor are there errors that mean something else, or results that mean nothing.
  const objects = [() => 1, [[], []], { ok: false }, { error: 'none' }]
  const others = [
    ...objects,
    new Error('a result'),
    new RangeError('x'),
    new DOMException('x', 'AbortError'),
    ...serverErrors.map((facts) => Object.assign(new Error('x'), facts)),
  ]
  for (const value of [...falsyErrors, [], ...others]) {
    const title = lab.random.title()
    const returned = await outcomeOf(
      inTransaction(pool, async (inside) => {
        await add(inside, `${title} kept`)
        return value
      }),
    )
    if (!Object.is(passOn(returned), value))
      throw mistake('result-lost', { expected: String(value), seen: String(passOn(returned)) })
    expectValue(await kept(lab, `${title} kept`), 1, `${String(value)}: COMMIT`)
    const { outcome } = await trial(pool, async (inside) => {
      await add(inside, title)
      throw value
    })
    if (outcome === 'late') throw mistake('not-released')
    if ('value' in outcome)
      throw mistake('swallows-errors', { expected: String(value), seen: String(outcome.value) })
    if (!Object.is(outcome.error, value))
      throw mistake('other-error', { expected: String(value), seen: outcome.error })
    if ((await kept(lab, title)) > 0) throw mistake('committed-anyway')
    // The error may come from another connection: on this one, nothing has been rolled back for it.
    if (await isOpen(pool)) throw mistake('transaction-left-open')
  }
})

test('keeps simultaneous calls apart', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 3 })
  const titles = Array.from({ length: 5 }, () => lab.random.title())
  const refused = new Error(lab.random.word())
  const outcomes = await atOnce(
    titles.map(
      (title, index) => () =>
        inTransaction(pool, async (inside) => {
          await add(inside, title)
          await add(inside, title)
          if (index === 1) throw refused
          return title
        }),
    ),
  )
  for (const [index, title] of titles.entries()) {
    const outcome = outcomes[index]!
    const count = await kept(lab, title)
    if (index === 1) {
      if (count > 0) throw mistake('committed-anyway', { expected: 0, seen: count })
      continue
    }
    if ('error' in outcome) throw outcome.error
    expectValue(outcome.value, title, 'inTransaction()')
    expectValue(count, 2, 'conversations')
  }
  // A nested call has a separate transaction.
  const inner = lab.random.title()
  await inTransaction(pool, async () => {
    await inTransaction(pool, async (inside) => {
      await add(inside, inner)
      throw refused
    }).catch(() => {})
  })
  if ((await kept(lab, inner)) > 0) throw mistake('committed-anyway', { expected: 0, seen: 1 })
})

test('throws when the pool has no connection to give', async (lab) => {
  const pool = lab.createPool({ host: '127.0.0.1', port: await closedPort() })
  const work = counted(() => Promise.resolve(1))
  let asked = 0
  before(pool, 'getConnection', () => (asked += 1))
  const outcome = await outcomeOf(inTransaction(pool, () => work.run()))
  if (outcome === 'late') throw mistake('not-released')
  if ('value' in outcome)
    throw mistake('swallows-errors', { expected: 'ECONNREFUSED', seen: String(outcome.value) })
  const { error } = outcome
  if (error instanceof TypeError)
    throw mistake('borrowed-in-try', { expected: 'ECONNREFUSED', seen: error })
  if ((error as { code?: string })?.code !== 'ECONNREFUSED')
    throw mistake('other-error', { expected: 'ECONNREFUSED', seen: error })
  expectValue(asked, 1, 'getConnection()')
})

test('gives the connection back, after success and after an error', async ({
  createPool,
  random,
}) => {
  const pool = createPool({ connectionLimit: 1 })
  for (const fails of [false, true, false]) {
    const { outcome } = await trial(pool, () =>
      fails ? Promise.reject(new Error(random.word())) : Promise.resolve(1),
    )
    const next = await outcomeOf(pool.query(byTest('SELECT 1')), 700)
    if (outcome === 'late' || next === 'late') throw mistake('not-released')
  }
})

test('gives it back open, with no transaction and no changed setting', async ({
  asItIs,
  createPool,
  random,
}) => {
  const pool = createPool({ connectionLimit: 1 })
  // The settings need not be the server's.
  const connection = pool as unknown as Connection
  await setUnusually({ asItIs, connection }, "transaction_isolation = 'READ-COMMITTED'")
  const before = await settingsOf(pool)
  const thread = await threadOf(pool)
  const errors = [new Error(random.word()), Object.assign(new Error('x'), serverErrors[0])]
  for (const error of [undefined, ...errors]) {
    await trial(pool, async (inside) => {
      await add(inside, random.title())
      if (error) throw error
    })
    const answer = await outcomeOf(pool.query<ResultSetHeader>(byTest('DO 0')), 700)
    if (answer === 'late') throw mistake('not-released')
    if ('error' in answer) throw mistake('closes-connection', { seen: answer.error })
    const now = await threadOf(pool)
    if (now !== thread) throw mistake('closes-connection', { expected: thread, seen: now })
    expectSettings(await settingsOf(pool), before)
    if ((answer.value[0].serverStatus & 1) === 1) throw mistake('transaction-left-open')
  }
})

test('holds the connection until the transaction has ended', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 1 })
  const [first, second] = [lab.random.title(), lab.random.title()]
  const events: string[] = []
  const failing = trial(pool, async (inside) => {
    await add(inside, first)
    await delay(30)
    events.push('the first ends')
    throw new Error(lab.random.word())
  })
  const lasting = trial(pool, async (inside) => {
    events.push('the second begins')
    await add(inside, second)
  })
  await Promise.all([failing, lasting])
  const expected = ['the first ends', 'the second begins']
  if (events[0] === expected[1]) throw mistake('work-not-awaited', { expected, seen: events })
  if (events.length < 2) throw mistake('not-released', { expected, seen: events })
  expectValue([await kept(lab, first), await kept(lab, second)], [0, 1], 'conversations')
})

test('throws the error of work, even when the connection is lost and the rollback fails', async (lab) => {
  const pool = lab.createPool({ connectionLimit: 1 })
  const expected = new Error(lab.random.word(), { cause: new Error(lab.random.word()) })
  const expectUntouched = watchError(expected)
  const { outcome } = await trial(pool, async (inside) => {
    await add(inside, lab.random.title())
    await lab.server.kill(inside)
    await delay(20)
    throw expected
  })
  expectError(outcome, expected, 'rollback-hides-error')
  // Why the rollback failed is not its cause.
  expectUntouched()
  if ((await outcomeOf(pool.query(byTest('SELECT 1')), 700)) === 'late')
    throw mistake('not-released')
})

test('throws when the commit fails', async (lab) => {
  const title = lab.random.title()
  const { outcome } = await trial(lab.createPool({ connectionLimit: 1 }), async (inside) => {
    await add(inside, title)
    await lab.server.kill(inside)
    await delay(20)
    return title
  })
  if (outcome === 'late') throw mistake('not-released')
  if ('value' in outcome) {
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: outcome.value })
  }
  // It may be lost before anything was sent.
  const pool = lab.createPool({ connectionLimit: 1 })
  pool.once('acquire', ({ threadId }) => {
    for (const core of coresOf(pool)) if (core.threadId === threadId) core.stream.destroy()
  })
  const work = counted(() => Promise.resolve(title))
  const { outcome: begun } = await trial(pool, () => work.run())
  if (begun === 'late') throw mistake('not-released')
  if ('value' in begun)
    throw mistake('swallows-errors', { expected: 'PROTOCOL_CONNECTION_LOST', seen: begun.value })
  // What had not begun must not be done.
  if (work.calls > 0) throw mistake('no-transaction', { expected: 0, seen: work.calls })
  await expectRefusedCommit(lab)
})

// --- internal ---

/** Whatever the server refuses, the transaction is not what the caller wanted. */
const serverErrors = [
  { errno: 1062, code: 'ER_DUP_ENTRY', sqlState: '23000' },
  { errno: 1205, code: 'ER_LOCK_WAIT_TIMEOUT', sqlState: 'HY000' },
  { errno: 1213, code: 'ER_LOCK_DEADLOCK', sqlState: '40001' },
  { errno: 1644, code: 'ER_SIGNAL_EXCEPTION', sqlState: '45000' },
  { errno: 4031, code: 'ER_CLIENT_INTERACTION_TIMEOUT', sqlState: 'HY000', fatal: true },
  { errno: -104, code: 'ECONNRESET', fatal: true },
  { code: 'PROTOCOL_CONNECTION_LOST', fatal: true },
]

/** Calls the student's function and names at once what makes every other finding meaningless. */
async function trial<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>) {
  let given: PoolConnection | undefined
  let left = { kept: false, running: false }
  const outcome = await outcomeOf(
    inTransaction(pool, async (...args: PoolConnection[]) => {
      const [connection] = args as [PoolConnection]
      given = connection
      expectValue(args.length, 1, 'work(…).length')
      if ((connection as unknown) !== pool) return work(connection)
      throw new Error('work was given the pool')
    }).finally(() => {
      const { borrowed, returned } = recordOf(pool)
      left = { kept: returned < borrowed, running: inFlight(pool) > 0 }
    }),
  )
  if ((given as unknown) === pool) throw mistake('work-gets-pool')
  const error =
    outcome !== 'late' && 'error' in outcome ? String((outcome.error as Error)?.message) : ''
  if (/beginTransaction is not a function/.test(error))
    throw mistake('pool-has-no-begin', { seen: error })
  // When the caller carries on, the transaction has ended, and the connection is back.
  if (left.running) throw mistake('transaction-left-open')
  if (left.kept) throw mistake('not-released')
  return { given, outcome }
}

/** The server may refuse the commit, and the connection lives on. */
async function expectRefusedCommit(lab: Lab) {
  const title = lab.random.title()
  const pool = lab.createPool({ connectionLimit: 1 })
  const refused = new Error(lab.random.word())
  let commits: ReturnType<typeof refuseCommits> | undefined
  const work = counted(async (inside: PoolConnection) => {
    await add(inside, title)
    commits = refuseCommits(inside, refused)
  })
  const { outcome } = await trial(pool, work.run)
  // Next time it may succeed, and nobody finds out.
  if (commits && commits.refused > 1)
    throw mistake('swallows-errors', { expected: '1 COMMIT', seen: commits.refused })
  expectRanOnce(work, 'work()')
  expectError(outcome, refused, 'other-error')
  const answer = await outcomeOf(pool.query<ResultSetHeader>(byTest('DO 0')), 700)
  if (answer === 'late') throw mistake('not-released')
  if ('value' in answer && (answer.value[0].serverStatus & 1) === 1)
    throw mistake('transaction-left-open')
  expectValue(await kept(lab, title), 0, 'conversations')
}

/** A pool whose connections answer at once, without a server, whatever they are asked. */
function poolInHaste(): Pool {
  const answer = async () => [{}, []]
  const get = (target: object, name: string | symbol): unknown => {
    if (name === 'then') return undefined
    return name === 'release' || name === 'destroy' || name === Symbol.dispose
      ? () => {}
      : (Reflect.get(target, name) ?? answer)
  }
  const lent = new Proxy(new EventEmitter(), { get })
  return { getConnection: async () => lent, releaseConnection() {} } as unknown as Pool
}

function passOn<T>(outcome: Outcome<T>): T {
  if (outcome === 'late') throw mistake('not-released')
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

function expectError(outcome: Outcome<unknown>, expected: Error, otherwise: string) {
  if (outcome === 'late') throw mistake('not-released')
  if ('value' in outcome)
    throw mistake('swallows-errors', { expected, seen: outcome.value ?? String(outcome.value) })
  if (outcome.error !== expected) throw mistake(otherwise, { expected, seen: outcome.error })
}

/** @returns fails if somebody has written on the error since */
function watchError(error: Error): () => void {
  const own = () =>
    new Map(Reflect.ownKeys(error).map((name) => [name, Reflect.get(error, name) as unknown]))
  const before = own()
  return () => {
    const after = own()
    const names = new Set([...before.keys(), ...after.keys()])
    const isChanged = [...names].some((name) => !Object.is(after.get(name), before.get(name)))
    if (!isChanged && Object.isExtensible(error)) return
    const [expected, seen] = [before, after].map((all) => Object.fromEntries(all))
    throw mistake('other-error', { expected, seen })
  }
}

async function add(connection: PoolConnection, title: string) {
  await connection.execute(byTest('INSERT INTO conversations (title) VALUES (?)'), [title])
}

async function kept({ server }: Lab, title: string): Promise<number> {
  return (await server.query('SELECT id FROM conversations WHERE title = ?', [title])).length
}

/** Is a transaction open on the connection that the pool gives next? */
async function isOpen(pool: Pool): Promise<boolean> {
  const [{ serverStatus }] = await pool.query<ResultSetHeader>(byTest('DO 0'))
  return (serverStatus & 1) === 1
}

async function threadOf(pool: Pool): Promise<unknown> {
  const [rows] = await pool.query(byTest('SELECT CONNECTION_ID() AS id'))
  return (rows as { id: number }[])[0]!.id
}
