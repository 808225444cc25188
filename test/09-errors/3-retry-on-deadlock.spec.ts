import { inspect } from 'node:util'
import { vi } from 'vitest'
import { retryOnDeadlock } from '#exercise/09-errors/3-retry-on-deadlock'
import {
  atOnce,
  byTest,
  counted,
  exercise,
  expectRanOnce,
  expectRows,
  expectValue,
  falsyErrors,
  mistake,
  inHaste,
  inTime,
  errorOf,
  lockWait,
  loseWhileRunning,
  openRival,
  type Lab,
  type Rival,
} from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

test('runs the work once when nothing gets in its way, and returns what it returns', async ({
  connection,
  random,
}) => {
  const expected = { word: random.word() }
  const error = new Error(random.text())
  const results = [
    expected,
    [expected],
    [],
    error,
    Object.assign(new Error('1213'), { errno: 1213 }),
  ]
  // What `if (result)` treats as nothing is a result.
  for (const result of [...results, ...falsyErrors]) {
    const work = counted(async (...given: unknown[]) => {
      // then(work) passes `undefined`.
      expectValue(
        given.filter((one) => one !== undefined),
        [],
        'work()',
      )
      await connection.query(byTest('DO 0'))
      return result
    })
    const isFrozen = Object.isFrozen(result)
    const seen = await retryOnDeadlock(work.run, 3)
    if (work.calls > 1) throw mistake('runs-twice', { expected: '1 run', seen: work.calls })
    expectRanOnce(work, 'work()')
    expectValue(seen, result, 'retryOnDeadlock()')
    // Not a copy either.
    expectValue(Object.is(seen, result), true, 'Object.is()')
    expectValue(Object.isFrozen(seen), isFrozen, 'Object.isFrozen()')
  }
})

test('counts the attempts of each call separately', async ({ connect, connection: own }) => {
  const calls = await Promise.all(
    [1, 2, 3].map(async (deadlocks) => {
      const connection = await connect()
      const work = counted(async () => {
        if (work.calls <= deadlocks) await connection.query(byTest(signalDeadlock))
        return deadlocks
      })
      return { deadlocks, work }
    }),
  )
  const outcomes = await atOnce(
    calls.map(
      ({ work }) =>
        () =>
          retryOnDeadlock(() => work.run(), 3),
    ),
  )
  for (const [index, outcome] of outcomes.entries()) {
    const { deadlocks, work } = calls[index]!
    const expected = Math.min(deadlocks + 1, 3)
    const details = {
      expected: `${expected} runs`,
      seen: { runs: work.calls, ...readable(outcome) },
    }
    if (work.calls === 1) throw mistake('never-again', details)
    if (work.calls < expected) throw mistake('one-too-few', details)
    if (work.calls > expected) throw mistake('one-too-many', details)
    if (deadlocks < 3) expectValue(outcome, { value: deadlocks }, 'retryOnDeadlock()')
    else if (!('error' in outcome)) throw mistake('swallows-errors', details)
  }
  // Within the work of another call, too.
  const inner = () => retryOnDeadlock(async () => 'inner', 2)
  const outer = await retryOnDeadlock(() => inTime(inner()), 2)
  if (outer === 'late') expectValue('one after the other', 'at once', 'retryOnDeadlock()')
  // The same function, twice at once and twice in a row.
  const deadlock = await errorOf(() => own.query(byTest(signalDeadlock)))
  const same = counted(async () => {
    throw deadlock
  })
  const run = () => same.run()
  for (let turn = 1; turn <= 2; turn++) {
    await atOnce([() => retryOnDeadlock(run, 2), () => retryOnDeadlock(run, 2)])
    const details = { expected: `${4 * turn} runs`, seen: same.calls }
    if (same.calls < 4 * turn) throw mistake('one-too-few', details)
    if (same.calls > 4 * turn) throw mistake('one-too-many', details)
  }
})

test('has no limit but the attempts of the call', async ({ connection }) => {
  const deadlock = await errorOf(() => connection.query(byTest(signalDeadlock)))
  const workFor = (deadlocks: number, milliseconds: number) => {
    const work = counted(async () => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      if (work.calls <= deadlocks) throw deadlock
      return deadlocks
    })
    return work
  }
  const first = workFor(1, 1)
  // This clock goes with the others.
  using _uptime = uptimeAhead()
  // There are ways to pause that keep to the real clock.
  const { toTheEnd: isHasty } = await inHaste(() => outcomeOf(() => retryOnDeadlock(first.run, 10)))
  using _ = isHasty ? undefined : withoutChance()
  if (!isHasty) await expectNoLimit(deadlock)
  const few = Array.from({ length: 40 }, () => ({ deadlocks: 1, attempts: 10 }))
  const upTo30 = Array.from({ length: 30 }, (_, index) => ({ deadlocks: 99, attempts: index + 1 }))
  const calls = isHasty
    ? [{ deadlocks: 1000, attempts: 1001 }, ...upTo30, ...few]
    : [{ deadlocks: 9, attempts: 10 }, ...few]
  // The work may take its time.
  const works = calls.map(({ deadlocks }) => workFor(deadlocks, isHasty ? 60_000 : 1))
  const { result: outcomes } = await inHaste(() =>
    atOnce(
      works.map((work, index) => () => retryOnDeadlock(() => work.run(), calls[index]!.attempts)),
    ),
  )
  for (const [index, work] of works.entries()) {
    const { deadlocks, attempts } = calls[index]!
    const expected = Math.min(deadlocks + 1, attempts)
    const details = {
      expected: `${expected} runs`,
      seen: { runs: work.calls, ...readable(outcomes[index]!) },
    }
    if (work.calls < expected) throw mistake('one-too-few', details)
    if (work.calls > expected) throw mistake('one-too-many', details)
  }
})

test('runs the work again after a real deadlock, until it succeeds', async (lab) => {
  await using rival = await openRival(lab.server)
  const work = transaction(lab, rival, { deadlocks: 2 })
  const seen = await retryOnDeadlock(work.run, 5).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    throw mistake(work.runs === 1 ? 'never-again' : 'one-too-few', {
      expected: '3 runs',
      seen: `${work.runs} run(s), then error 1213`,
    })
  })
  expectValue(work.runs, 3, 'runs')
  expectValue(seen, work.title, 'retryOnDeadlock()')
  const rows = await lab.server.query('SELECT id, title FROM conversations WHERE id IN (?)', [
    work.ids,
  ])
  const both = work.ids.map((id) => ({ id, title: work.title }))
  expectRows(rows, both, 'conversations', { ordered: false })
})

test('gives up after the last attempt and throws the deadlock', async (lab) => {
  await using rival = await openRival(lab.server)
  for (const attempts of [1, 2]) {
    const work = transaction(lab, rival, { deadlocks: attempts + 1 })
    const outcome = await outcomeOf(() => retryOnDeadlock(work.run, attempts))
    const details = {
      expected: `${attempts} run(s), then error 1213`,
      seen: { runs: work.runs, ...readable(outcome) },
    }
    if (work.runs > attempts + 1) throw mistake('without-end', details)
    if (work.runs > attempts) throw mistake('one-too-many', details)
    if (work.runs < attempts)
      throw mistake(work.runs === 1 && attempts > 2 ? 'never-again' : 'one-too-few', details)
    if (!('error' in outcome)) throw mistake('swallows-errors', details)
    if (outcome.error !== work.lastError) throw mistake('error-replaced', details)
    const seen = viewOf(outcome.error)
    if (seen !== work.lastView) throw mistake('error-replaced', { expected: work.lastView, seen })
  }
})

test('rethrows every other error at once', async ({
  connection,
  connect,
  server,
  chat,
  random,
}) => {
  const { id } = chat.conversations[0]!
  const lost = await connect()
  const works = [
    () => connection.query(byTest(`SELEKT 'deadlock' AS ${random.word()}`)),
    () => connection.execute(byTest('INSERT INTO conversations (id) VALUES (?)'), [id]),
    // Deadlocks of another kind, and a neighbour in SQLSTATE: 3058, 1614, 3101.
    ...['HY000/3058', 'XA102/1614', '40000/3101'].map((signal) => () => {
      const [state, errno] = signal.split('/')
      return connection.query(byTest(`SIGNAL SQLSTATE '${state}' SET MYSQL_ERRNO = ${errno}`))
    }),
    async () => {
      throw await lockWait(server, connection, id)
    },
    async () => {
      throw await loseWhileRunning(server, lost)
    },
  ]
  for (const work of works) {
    let runs = 0
    let thrown: unknown
    const outcome = await outcomeOf(() =>
      retryOnDeadlock(async () => {
        runs += 1
        if (runs > 3) return undefined
        // A lost connection is lost once.
        thrown = runs > 1 ? thrown : await errorOf(work)
        throw thrown
      }, 3),
    )
    const details = { expected: thrown, seen: { runs, ...readable(outcome) } }
    if (runs > 1) throw mistake('retries-everything', details)
    if (!('error' in outcome)) throw mistake('swallows-errors', details)
    if (outcome.error !== thrown) throw mistake('error-replaced', details)
  }
})

test('rethrows whatever was thrown', async ({ connection, random }) => {
  const deadlock = await errorOf(() => connection.query(byTest(signalDeadlock)))
  const ordinary = [
    new Error('Deadlock found'),
    // Its cause is a deadlock; the error itself is not.
    new Error('Not saved.', { cause: deadlock }),
    new AggregateError([deadlock]),
    // Adding something to it changes it.
    Object.freeze(new Error(random.text())),
    random.text(),
    // The same digits.
    ...[-1213, 12_130, 21_213].map((errno) => Object.assign(new Error(random.text()), { errno })),
    { reason: random.text() },
    () => deadlock,
  ]
  for (const thrown of [...ordinary, ...falsyErrors]) {
    const fails = [
      { attempts: 12, fail: () => Promise.reject(thrown) },
      {
        attempts: 3,
        // Before there is a promise.
        fail: () => {
          throw thrown
        },
      },
    ]
    for (const { attempts, fail } of fails) {
      const work = counted<[], never>(fail)
      const outcome = await outcomeOf(async () => retryOnDeadlock(() => work.run(), attempts))
      const details = { expected: thrown ?? String(thrown), seen: readable(outcome) }
      if (work.calls > 1) throw mistake('retries-everything', details)
      if (!('error' in outcome)) throw mistake('swallows-errors', details)
      if (!Object.is(outcome.error, thrown)) throw mistake('error-replaced', details)
    }
  }
})

test('rethrows a different error that comes after a deadlock', async ({ connection }) => {
  const lockWaited = await errorOf(() =>
    connection.query(byTest("SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205")),
  )
  for (const other of [new Error('Not this one.'), lockWaited]) {
    const work = counted(async () => {
      if (work.calls > 1) throw other
      await connection.query(byTest(signalDeadlock))
    })
    const outcome = await outcomeOf(() => retryOnDeadlock(() => work.run(), 4))
    const details = { expected: other, seen: { runs: work.calls, ...readable(outcome) } }
    if (work.calls === 1) throw mistake('never-again', details)
    if (work.calls > 2) throw mistake('retries-everything', details)
    if (!('error' in outcome)) throw mistake('swallows-errors', details)
    if (outcome.error !== other) throw mistake('error-replaced', details)
  }
})

// --- internal ---

/** Fails if 1,001 attempts are not enough for work that meets deadlocks for a moment, however often it runs. */
async function expectNoLimit(deadlock: unknown): Promise<void> {
  const begin = performance.now()
  const work = counted(async () => {
    if (work.calls <= 1000 && performance.now() - begin < 400) throw deadlock
  })
  const outcome = await outcomeOf(() => retryOnDeadlock(() => work.run(), 1001))
  if ('error' in outcome)
    throw mistake('one-too-few', {
      expected: 'up to 1001 runs',
      seen: { runs: work.calls, ...readable(outcome) },
    })
}

/** Until disposed of, `process.uptime()` is ahead whenever `performance.now()` is. */
function uptimeAhead(): Disposable {
  const uptime = vi.spyOn(process, 'uptime').mockImplementation(() => performance.now() / 1000)
  return { [Symbol.dispose]: () => uptime.mockRestore() }
}

/** Pauses of random length are as short as they can be. */
function withoutChance(): Disposable {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0)
  return { [Symbol.dispose]: () => random.mockRestore() }
}

/** The server reports a deadlock where there is none. */
const signalDeadlock = "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"

interface Outcome {
  value?: unknown
  error?: unknown
}

async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  return work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
}

/** All the properties of an error. */
function viewOf(error: unknown): string {
  return inspect(Object.entries(Object.getOwnPropertyDescriptors(Object(error))), { depth: 2 })
}

function readable(outcome: Outcome) {
  return 'error' in outcome ? { threw: String(outcome.error) } : { returned: String(outcome.value) }
}

/**
 * A transaction that renames two conversations, one after the other. In its first runs the rival has locked the second
 * and asks for the first: a deadlock.
 */
function transaction(
  { connection, chat, random }: Lab,
  rival: Rival,
  { deadlocks }: { deadlocks: number },
) {
  const [mine, theirs] = random.shuffle(chat.conversations.map(({ id }) => id)) as [number, number]
  const title = random.title()
  const rename = 'UPDATE conversations SET title = ? WHERE id = ?'
  const state = {
    runs: 0,
    title,
    ids: [mine, theirs],
    lastError: undefined as unknown,
    lastView: '',
  }
  const renameBoth = async () => {
    const meetsRival = state.runs <= deadlocks
    if (meetsRival) await rival.lock(theirs)
    await connection.query(byTest('START TRANSACTION'))
    await connection.execute(byTest(rename), [title, mine])
    if (meetsRival) rival.ask(mine)
    await connection.execute(byTest(rename), [title, theirs])
    await connection.query(byTest('COMMIT'))
    return title
  }
  const run = async () => {
    state.runs += 1
    try {
      return await renameBoth()
    } catch (error) {
      // Adding something to it changes it, and code may ask first whether it can.
      state.lastError = state.runs % 2 ? Object.freeze(error) : error
      state.lastView = viewOf(error)
      await connection.query(byTest('ROLLBACK'))
      throw error
    }
  }
  return Object.assign(state, { run })
}
