import type { Connection } from 'mysql2/promise'
import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test as vitestTest, type TestContext } from 'vitest'
import {
  changesPassword,
  connectStudent,
  restorePassword,
} from '../../workbook/database/student.ts'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { rollBackPrepared } from '../../workbook/database/prepared.ts'
import { say } from '../../workbook/language/language.ts'
import { exerciseOfFile, type Exercise } from '../../workbook/content/lessons.ts'
import { sqlFolder } from '../../workbook/paths.ts'
import { readPracticeLog } from '../../workbook/practice/log.ts'
import { sealOf } from '../../workbook/runner/seal.ts'
import { isTour, progressOf } from '../../workbook/progress/progress.ts'
import type { Evidence, Statement } from '../../workbook/verdict.ts'
import { collectForJudge } from './answers.ts'
import { withCascades } from './cascades.ts'
import { fillChat, type Chat } from './chat.ts'
import { openClients } from './clients.ts'
import { FindingError, found, positionIn, wentWrong } from './findings.ts'
import { givenToSpec } from './given.ts'
import { connectWithShortLog, leaveNoLog } from './log-upkeep.ts'
import type { Body, DefineTest, ExerciseOptions, Leaves, RunTest, TestOptions } from './lab.ts'
import { findReplaced } from './originals.ts'
import { seededRandom, type Random } from './random.ts'
import { takingTime, timeIsUp } from './patience.ts'
import { takeNotes } from './run-events.ts'
import { openSchemas, type Schemas } from './schemas.ts'
import { withPlaces } from './sent-from.ts'
import { lookFromOutside, openAdmin, type Server } from './server.ts'
import { prepareSessionReading } from './session-snapshot.ts'
import { openStatementLog } from './statement-log.ts'
import { withOutcomes } from './statement-outcomes.ts'
import { compareSnapshots, takeSnapshot } from './tables.ts'

/**
 * Begins a spec: `const test = exercise(import.meta.url, { tables: 'chat' })`. Each `test('a sentence', async (lab) => …)`
 * runs in a fresh schema; what the code sent and what changed is kept as evidence for the verdict.
 */
export function exercise(specUrl: string, options: ExerciseOptions = {}): DefineTest {
  const file = fileURLToPath(specUrl.replace(/\?.*$/, ''))
  const found = exerciseOfFile(file)
  if (!found)
    throw new Error(`${file} is no spec: it must lie at test/NN-lesson/N-exercise.spec.ts.`)
  // While it was loaded, the answer may have replaced what judges it.
  const replaced = findReplaced()
  const bench = { exercise: found, options, ...givenToSpec() }
  // What the student does on a tour counts once and for all; an answer of ours is judged by itself.
  const tour = bench.practiceLog && isTour(found) ? progressOf(found) : undefined
  let sent: Statement[] = []
  let admin: Connection
  let schemas: Schemas<Prepared>
  let timedOut = false
  let unread: string | undefined
  beforeAll(async () => {
    admin = await openAdmin(bench.access)
    await leaveNoLog(admin)
    unread = await prepareSessionReading(admin)
    // Something else may have changed the password of the student's account since the last check.
    if (!judged) await (await connectStudent(bench.access))[Symbol.asyncDispose]()
    if (tour) sent = await readPracticeLog(admin, bench.access, tour.stepsSince)
    schemas = await openSchemas(bench.access, bench.session, schemaName(found, bench.practiceLog), {
      fill: (connection) => fillSchema(connection, options, bench.seed),
      // A known answer is mostly refused by an early test, and other workers have something to do meanwhile.
      ahead: !judged,
    })
  })
  afterAll(async () => {
    await schemas?.[Symbol.asyncDispose]()
    await admin?.end()
  })
  const run: RunTest = async (body, evidence, { leaves = [], ...own } = {}) => {
    if (replaced) throw replaced
    const { practice: name } = bench.access
    const practice = { name, sent, steps: tour?.steps ?? [] }
    const failure = await runTest(
      { ...bench, admin, schemas, practice, sessions: unread === undefined ? admin : undefined },
      body,
      { timeout: defaultTimeout, ...own, leaves: [...leaves, ...(options.leaves ?? [])] },
      evidence,
    )
    if (failure?.failure.finding.key === 'finding.timed-out') timedOut = true
    if (!failure) return
    failure.message += `\n${say('finding.seed', { seed: bench.seed })}`
    throw failure
  }
  const judged = collectForJudge(found, run)
  if (judged) return judged
  return (title, body, test = {}) =>
    vitestTest(title, { timeout: debugging ? 0 : longest }, async (context: TestContext) => {
      context.task.meta.seed = bench.seed
      const pass = () => {
        context.task.meta.seal = sealOf(bench.seal, title)
      }
      if (tour?.steps?.includes(title)) return pass()
      // Waiting again for what will not come would only keep the verdict from the student.
      if (timedOut) context.skip(true, 'a test before this one timed out')
      if (unread) await context.annotate(say('finding.sessions-unread', { reason: unread }))
      await run(body, (evidence) => (context.task.meta.evidence = evidence), test)
      pass()
    })
}

// --- internal ---

/** A debugging session must not time out. */
const debugging = inspector.url() !== undefined
const defaultTimeout = 4000
/** Milliseconds after which Vitest itself gives up: a test ends by itself, but for its cleaning up. */
const longest = 180_000
/** Of the statements of one test, and of what else happened in it. */
const mostShown = 200
const schemaSql = readFileSync(path.join(sqlFolder, 'schema.sql'), 'utf8')

interface Bench {
  exercise: Exercise
  options: ExerciseOptions
  access: DatabaseAccess
  session: string
  seed: number
  admin: Connection
  schemas: Schemas<Prepared>
  practice: Server['practice']
  /** What sessions are read through; undefined where they can't be. */
  sessions: Connection | undefined
}

async function runTest(
  bench: Bench,
  body: Body,
  { timeout, leaves, data }: TestOptions & { timeout: number; leaves: readonly Leaves[] },
  evidence: ((one: Evidence) => void) | undefined,
): Promise<FindingError | undefined> {
  const { admin, access, exercise: subject, schemas } = bench
  const { schema, content } = await schemas.next()
  const { random, chat } = content
  await admin.query('USE ??', [schema])
  const own = data?.({ random, chat })
  if (own) await admin.query(own)
  const empty = bench.options.tables === undefined && !bench.options.prepare
  const before = empty || !evidence ? new Map() : await takeSnapshot(admin, schema)
  const statementLog = openStatementLog(admin, access, schema, await serverTime(admin))
  const notes = takeNotes(performance.now())
  const server = {
    ...lookFromOutside(admin, access, schema, statementLog),
    practice: bench.practice,
  }
  const clients = await connectWithShortLog(admin, access, () =>
    takingTime(
      () => openClients(access, schema, bench.sessions, notes),
      async () => (await server.session()).destroy(),
    ),
  )
  const twins: string[] = []
  const twin = async () => {
    const { schema, content } = await schemas.next()
    twins.push(schema)
    return { schema, ...content }
  }
  let failure: FindingError | undefined
  try {
    await withoutStrayErrors(() =>
      withTimeout(
        async () =>
          body({
            schema,
            server: notes.watched(server),
            twin,
            random,
            chat,
            ...clients.lab,
          }),
        timeout,
      ),
    )
    failure = await clients.judge(leaves)
  } catch (error) {
    failure = wentWrong(error, subject)
  } finally {
    failure = findReplaced() ?? failure
    // The spec's own statement may wait for a lock of the student's, and this connection behind it.
    if (failure?.failure.finding.key === 'finding.timed-out') {
      await using session = await server.session()
      await endClients(lookFromOutside(session, access, schema, statementLog))
    }
    const log = evidence && access.statementLog.readable ? await statementLog.read() : []
    const [events, duration] = [notes.events.slice(0, mostShown), notes.now()]
    if (log.some(({ sql }) => changesPassword(sql, access))) {
      await restorePassword(admin, access)
      failure = found('finding.changes-password', { user: access.student.user })
    }
    const statements = evidence ? await withOutcomes(admin, schema, log) : []
    clients.close()
    // Whatever still holds a lock would keep the tables from being read, and the schema from being dropped.
    await endClients(server)
    if (log.some(({ sql }) => /\bxa\s+prepare\b/i.test(sql))) await rollBackPrepared(admin, access)
    if (evidence) {
      const changes = compareSnapshots(before, await takeSnapshot(admin, schema))
      evidence({
        statements: withPlaces(statements.slice(0, mostShown), clients.calls, (stack) =>
          positionIn(stack, subject),
        ),
        events,
        duration,
        changes: await withCascades(admin, schema, changes, { before, statements: log }),
        schema,
      })
    }
    for (const other of twins) schemas.discard(other)
    // What a failed test left can be looked at until the next run.
    if (!failure) schemas.discard(schema)
  }
  return failure
}

/**
 * Several workers may run answers of ours to one exercise at once: their processes keep the schemas apart. What a
 * student's own answer left keeps its name, so that the next run drops it.
 */
function schemaName({ key }: Exercise, practiceLog: boolean): string {
  // Short, since students read it, and since names have 64 characters at most and code adds some: the two numbers.
  const [lesson, own] = key.split('/').map((part) => Number.parseInt(part, 10))
  return `${lesson}_${own}_${practiceLog ? 0 : process.pid.toString(36)}`
}

/** What a test finds in its schema, and the source of randomness that it goes on with. */
interface Prepared {
  random: Random
  chat: Chat
}

async function fillSchema(
  admin: Connection,
  { tables = 'none', prepare }: ExerciseOptions,
  seed: number,
): Promise<Prepared> {
  const random = seededRandom(seed)
  if (tables !== 'none') await admin.query(schemaSql)
  const chat =
    tables === 'chat' ? await fillChat(admin, random) : { conversations: [], messages: [] }
  if (prepare) await admin.query(prepare)
  return { random, chat }
}

async function serverTime(admin: Connection): Promise<string> {
  const [rows] = await admin.query('SELECT NOW(6) AS now')
  return (rows as { now: string }[])[0]!.now
}

/** Ends what the student's code still has open. */
async function endClients(server: Pick<Server, 'openConnections' | 'kill'>): Promise<void> {
  for (const thread of await server.openConnections()) await server.kill(thread).catch(() => {})
}

/** An error that nobody waits for belongs to the test in which it comes. */
async function withoutStrayErrors(work: () => Promise<void>): Promise<void> {
  let stray: { error: unknown } | undefined
  const onRejection = (reason: unknown) => {
    const { name, message } = reason instanceof Error ? reason : new Error(String(reason))
    const params = { name, message }
    stray ??= {
      error: new FindingError({ finding: { key: 'finding.unhandled-rejection', params } }),
    }
  }
  const onException = (error: unknown) => {
    stray ??= { error }
  }
  using _rejections = insteadOfOthers('unhandledRejection', onRejection)
  using _exceptions = insteadOfOthers('uncaughtException', onException)
  try {
    await work().finally(() => delay(1))
  } catch (error) {
    // The missing `await` is the cause, what the test then found is its effect.
    if (!stray) throw error
  }
  if (stray) throw stray.error
}

/** The only listener until it is disposed of. */
function insteadOfOthers(event: string, listener: (error: unknown) => void): Disposable {
  const others = process.rawListeners(event) as ((error: unknown) => void)[]
  process.removeAllListeners(event)
  process.on(event, listener)
  return {
    [Symbol.dispose]() {
      process.off(event, listener)
      for (const other of others) process.on(event, other)
    },
  }
}

async function withTimeout(work: () => Promise<void> | void, milliseconds: number): Promise<void> {
  if (debugging) return work()
  const stop = new AbortController()
  const late = timeIsUp(milliseconds, stop.signal).then(() => {
    const seconds = milliseconds / 1000
    throw new FindingError({ finding: { key: 'finding.timed-out', params: { seconds } } })
  })
  late.catch(() => {})
  try {
    await Promise.race([work(), late])
  } finally {
    stop.abort()
  }
}
