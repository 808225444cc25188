import type { Connection, RowDataPacket } from 'mysql2/promise'
import { setTimeout as delay } from 'node:timers/promises'
import { connect, type OwnConnection } from '../database/connect.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { listExercises, type Exercise } from '../content/lessons.ts'
import { readPracticeLog, settled } from './log.ts'
import { isTour, noteProgress, progressOf } from '../progress/progress.ts'
import { followTour, type Tour } from '../content/tour.ts'

export interface PracticeEvents {
  /** While this returns true the server is left alone: a verdict is being reached. */
  busy(): boolean
  /** The student has taken a step of this tour, in whatever client. */
  onStep(tour: Exercise): void
}

/**
 * Looks once a second whether the student has taken a step of a tour that has not passed yet.
 * Dispose it before the lease.
 */
export function watchPractice(access: DatabaseAccess, events: PracticeEvents): AsyncDisposable {
  const over = new AbortController()
  const tours = listExercises().filter(isTour).map(tellOnce)
  const work = access.statementLog.readable ? repeat(access, tours, events, over.signal) : undefined
  return {
    async [Symbol.asyncDispose]() {
      over.abort()
      await work
    },
  }
}

/**
 * Notes the steps that the log shows, before a run empties it: specs keep it short.
 * A server that does not answer shows none; code that needs it reports that.
 */
export async function rememberSteps(access: DatabaseAccess): Promise<void> {
  const open = openTours()
  if (open.length === 0 || !access.statementLog.readable) return
  try {
    await using own = await connect(access.admin)
    for (const tour of open) await remember(tour, own.connection, access)
  } catch {
    // Reported by the run itself.
  }
}

// --- internal ---

function openTours(): Exercise[] {
  return listExercises().filter((one) => isTour(one) && progressOf(one).status !== 'passed')
}

/** Milliseconds. */
const interval = 1000

interface Observed {
  readonly connection: Connection
  /** Has anybody else sent a statement that is not decided yet? The server's counter costs less than its log. */
  wasAsked(): Promise<boolean>
}

async function repeat(
  access: DatabaseAccess,
  tours: readonly TourWatch[],
  events: PracticeEvents,
  signal: AbortSignal,
): Promise<void> {
  let own: OwnConnection | undefined
  let server: Observed | undefined
  while (!signal.aborted) {
    const began = performance.now()
    const open = tours.filter((tour) => progressOf(tour.exercise).status !== 'passed')
    try {
      if (open.length > 0 && !events.busy()) {
        own ??= await connect(access.admin)
        server ??= await observe(own.connection)
        if (await server.wasAsked()) await look(server, access, open, events)
      }
    } catch {
      // The server went away: verdicts report that, this does not. The next look connects again.
      await own?.[Symbol.asyncDispose]()
      own = server = undefined
    }
    // A borrowed server may have a long log: looking must not become its main work.
    const pause = Math.max(interval, 20 * (performance.now() - began))
    await delay(pause, undefined, { signal, ref: false }).catch(() => {})
  }
  await own?.[Symbol.asyncDispose]()
}

async function look(
  { connection }: Observed,
  access: DatabaseAccess,
  tours: readonly TourWatch[],
  { onStep }: PracticeEvents,
): Promise<void> {
  for (const { exercise, hasNews } of tours) if (await hasNews(connection, access)) onStep(exercise)
}

async function observe(connection: Connection): Promise<Observed> {
  // Kept out of the log if the account may do that: a row per second would make it long.
  await connection.query('SET SESSION sql_log_off = ON').catch(() => {})
  let before = -1
  let news = 0
  return {
    connection,
    async wasAsked() {
      const sql = "SHOW GLOBAL STATUS LIKE 'Questions'"
      const [[row]] = await connection.query<RowDataPacket[]>(sql)
      const asked = Number(row?.Value)
      // This question counts as one; after a yes there is another, for the log.
      if (asked - before > 1) news = performance.now()
      const open = performance.now() - news < (settled + 2) * 1000
      before = open ? asked + 1 : asked
      return open
    },
  }
}

interface TourWatch {
  readonly exercise: Exercise
  /** Is there a step, or a slip, that has not been reported yet? The steps are remembered. */
  hasNews(connection: Connection, access: DatabaseAccess): Promise<boolean>
}

/** Knows what has already been reported of a tour, so that nothing is reported again and again. */
function tellOnce(exercise: Exercise): TourWatch {
  const told = new Set<string>()
  let begun: string | undefined
  return {
    exercise,
    async hasNews(connection, access) {
      const { stepsSince } = progressOf(exercise)
      if (stepsSince !== begun) told.clear()
      begun = stepsSince
      const { taken, slip } = await remember(exercise, connection, access)
      const news = [...taken, ...(slip ? [slip] : [])].filter((one) => !told.has(one))
      for (const one of news) told.add(one)
      return news.length > 0
    },
  }
}

async function remember(
  exercise: Exercise,
  connection: Connection,
  access: DatabaseAccess,
): Promise<Tour> {
  const { steps = [], stepsSince } = progressOf(exercise)
  const sent = await readPracticeLog(connection, access, stepsSince)
  const tour = followTour(sent, access.practice, steps)
  const all = [...new Set([...steps, ...tour.taken])]
  if (all.length > steps.length) noteProgress(exercise, { steps: all })
  return tour
}
