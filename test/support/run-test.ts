import type { Connection, RowDataPacket } from 'mysql2/promise'
import inspector from 'node:inspector'
import { changesPassword, restorePassword } from '../../workbook/database/student.ts'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { rollBackPrepared } from '../../workbook/database/prepared.ts'
import type { Exercise } from '../../workbook/content/lessons.ts'
import type { Evidence } from '../../workbook/verdict.ts'
import { withCascades } from './cascades.ts'
import type { Chat } from './chat.ts'
import { openClients } from './clients.ts'
import { causeOfDelay } from './delay-cause.ts'
import { judgeElsewhere } from './elsewhere.ts'
import { FindingError, found, positionIn, wentWrong } from './findings.ts'
import { releaseClock } from './haste.ts'
import { connectWithShortLog } from './log-upkeep.ts'
import type { Body, ExerciseOptions, Leaves, TestOptions } from './lab.ts'
import { findReplaced } from './originals.ts'
import { takingTime, timeIsUp } from './patience.ts'
import type { Random } from './random.ts'
import { takeNotes } from './run-events.ts'
import type { Schemas } from './schemas.ts'
import { withoutStrayErrors } from './stray-errors.ts'
import { withPlaces } from './sent-from.ts'
import type { FindServerFault } from './server-at-fault.ts'
import { lookFromOutside, openAdmin, type Server } from './server.ts'
import { openStatementLog } from './statement-log.ts'
import { withOutcomes } from './statement-outcomes.ts'
import { compareSnapshots, takeSnapshot, type Snapshot } from './tables.ts'

/** A debugging session must not time out. */
export const debugging = inspector.url() !== undefined

/** What all tests of a spec share. */
export interface Bench {
  exercise: Exercise
  options: ExerciseOptions
  access: DatabaseAccess
  session: string
  seed: number
  admin: Connection
  schemas: Schemas<Prepared>
  practice: Server['practice']
  /** The connection that sessions are read through; undefined if they can't be read. */
  sessions: Connection | undefined
  findServerFault: FindServerFault
}

/** What a test finds in its schema, and the source of randomness that it continues with. */
export interface Prepared {
  random: Random
  chat: Chat
  /** All that is in the tables; empty where no evidence is wanted. */
  before: Snapshot
}

/**
 * Runs one test in a fresh schema, ends whatever it left open, and hands over what it did as evidence, which may take
 * longer than the test.
 * @returns what the test or the look at what is left found wrong; undefined when nothing is
 */
export async function runTest(
  bench: Bench,
  body: Body,
  { timeout, leaves, data }: TestOptions & { timeout: number; leaves: readonly Leaves[] },
  evidence: ((one: Promise<Evidence>) => void) | undefined,
): Promise<FindingError | undefined> {
  const { admin, access, exercise: subject, schemas } = bench
  const { schema, content } = await schemas.next()
  const { random, chat } = content
  let { before } = content
  const time = await enter(admin, schema)
  const own = data?.({ random, chat })
  if (own) {
    await admin.query(own)
    before = await takeSnapshot(admin, schema)
  }
  const notes = takeNotes(performance.now())
  const clients = await connectWithShortLog(admin, access, () =>
    takingTime(
      () => openClients(access, schema, bench.sessions, notes),
      async () => (await openAdmin(access, schema)).destroy(),
    ),
  )
  const thread = clients.lab.connection.threadId
  const statementLog = openStatementLog(admin, access, schema, { time, thread })
  const outside = lookFromOutside(admin, access, schema, statementLog, thread)
  const sessions: Connection[] = []
  const server: Server = {
    ...outside,
    practice: bench.practice,
    async session(other) {
      const session = await outside.session(other)
      sessions.push(session)
      return session
    },
  }
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
        notes.last,
      ),
    )
    failure = await clients.judge(leaves)
  } catch (error) {
    failure = wentWrong(error, subject)
  } finally {
    notes.end()
    // In a test that ran out of time the clock may still be ahead.
    releaseClock()
    // A spec that still waits has not yet put back what it has replaced itself.
    if (failure?.failure.finding.key !== 'finding.timed-out') failure = findReplaced() ?? failure
    // The spec's own statement may wait for a lock of the student's, and this connection behind it.
    if (failure?.failure.finding.key === 'finding.timed-out') {
      await using session = await server.session()
      const look = lookFromOutside(session, access, schema, statementLog)
      const cause = await causeOfDelay(clients.pools(), session, await look.openConnections())
      if (cause) failure = new FindingError({ ...failure.failure, cause })
      await endClients(look)
    }
    const log = access.statementLog.readable ? await statementLog.read() : []
    const lent = { schemas: [schema, ...twins], practice: access.practice }
    const elsewhere = judgeElsewhere(log, lent, leaves)
    // A drill's rows would only say what is missing here.
    if (
      subject.language === 'sql' &&
      elsewhere?.failure.finding.key === 'finding.changes-elsewhere'
    )
      failure = elsewhere
    failure ??= elsewhere
    const [events, duration] = [notes.events.slice(0, mostShown), notes.now()]
    if (log.some(({ sql }) => changesPassword(sql, access))) {
      await restorePassword(admin, access)
      failure = found('finding.changes-password', { user: access.student.user })
    }
    if (failure) failure = (await bench.findServerFault(failure, lent.schemas)) ?? failure
    const statements = evidence ? await withOutcomes(admin, schema, log) : []
    clients.close()
    // A spec that still waits has not closed its own, and they may hold locks.
    for (const session of sessions) session.destroy()
    // Whatever still holds a lock would keep the tables from being read, and the schema from being dropped.
    await endClients(lookFromOutside(admin, access, schema, statementLog))
    if (log.some(({ sql }) => /\bxa\s+prepare\b/i.test(sql))) await rollBackPrepared(admin, access)
    const gather = async (connection: Connection): Promise<Evidence> => {
      const changes = compareSnapshots(before, await takeSnapshot(connection, schema))
      return {
        statements: withPlaces(statements.slice(0, mostShown), clients.calls, (stack) =>
          positionIn(stack, subject),
        ),
        events,
        duration,
        changes: await withCascades(connection, schema, changes, { before, statements: log }),
        schema,
      }
    }
    evidence?.(schemas.alongside(gather))
    for (const other of twins) schemas.discard(other)
    // What a failed test left behind can be looked at until the next run.
    if (!failure) schemas.discard(schema)
  }
  return failure
}

// --- internal ---

/** Evidence of one test's statements, and of what else happened in it. */
const mostShown = 200

/** Selects the schema. @returns the server's time */
async function enter(admin: Connection, schema: string): Promise<string> {
  const [results] = await admin.query<RowDataPacket[][]>('USE ??; SELECT NOW(6) AS now', [schema])
  return String(results[1]![0]!.now)
}

/** Ends what the student's code still has open. */
async function endClients(server: Pick<Server, 'openConnections' | 'kill'>): Promise<void> {
  for (const thread of await server.openConnections()) await server.kill(thread).catch(() => {})
}

/** A test may take longer than this, as long as its spec gets on; but not many times as long. */
const longestByTime = 8

/** @param last when the spec last did something: from then on the student's code has this many milliseconds */
async function withTimeout(
  work: () => Promise<void> | void,
  milliseconds: number,
  last: () => number,
): Promise<void> {
  if (debugging) return work()
  const stop = new AbortController()
  const began = performance.now()
  const end = began + (longestByTime - 1) * milliseconds
  const since = () => Math.min(Math.max(began, last()), end)
  const late = timeIsUp(milliseconds, stop.signal, since).then(() => {
    const seconds = Number((milliseconds / 1000).toFixed(1))
    throw new FindingError({ finding: { key: 'finding.timed-out', params: { seconds } } })
  })
  late.catch(() => {})
  try {
    await Promise.race([work(), late])
  } finally {
    stop.abort()
  }
}
