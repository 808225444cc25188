import type { Connection } from 'mysql2/promise'
import type { Statement } from '../../workbook/verdict.ts'
import { alignEvents, carriesEvent, type Alignment } from './align-events.ts'
import { groupBy } from './group-by.ts'
import { readEvents, type EventThread, type StatementEvent } from './statement-events.ts'
import { realDelay } from './real-delay.ts'

/**
 * The statements with their results, and those that the log lacks: MySQL does not log what it could not read or
 * prepare. If it is not certain which event belongs to which statement, nothing is said.
 */
export async function withOutcomes(
  admin: Connection,
  schema: string,
  statements: Statement[],
): Promise<Statement[]> {
  for (let attempt = 0; ; attempt++) {
    const threads = await readEvents(admin, schema)
    const joined = joinOutcomes(statements, threads)
    const whole =
      threads.length === 0 || joined.every((one) => one.outcome !== undefined || !carriesEvent(one))
    if (whole || attempt === 2) return Promise.all(joined.map((one) => withMessage(admin, one)))
    // The server answers a moment before it notes the end of a statement.
    await realDelay(2)
  }
}

/** Joins the log of some connections with their events. */
export function joinOutcomes(
  statements: readonly Statement[],
  threads: readonly EventThread[],
): Statement[] {
  const logs = groupBy(statements, ({ thread }) => thread)
  const found = new Map<Statement, StatementEvent>()
  const unlogged: { thread: number; event: StatementEvent }[] = []
  for (const [thread, { pairs, rest }] of alignThreads(logs, threads)) {
    for (const [statement, event] of pairs) found.set(statement, event)
    unlogged.push(...rest.map((event) => ({ thread, event })))
  }
  const entries: Entry[] = statements.map((statement) => {
    const event = found.get(statement)
    return event
      ? { statement: { ...statement, outcome: event.outcome }, began: event.began }
      : { statement }
  })
  const zero = beginningOf(entries)
  for (const { thread, event } of unlogged) {
    const { command, sql, byTest, outcome, began } = event
    const at = zero === undefined ? {} : { at: (began - zero) / 1000 }
    entries.splice(placeOf(entries, thread, began), 0, {
      statement: { thread, command, sql, ...at, ...(byTest && { byTest }), outcome },
      began,
    })
  }
  return entries.map(({ statement }) => statement)
}

// --- internal ---

/**
 * The message of a syntax error says at its end where the server stopped reading, and that end is cut off. Preparing the
 * text again gives the whole message, and runs nothing.
 */
async function withMessage(admin: Connection, statement: Statement): Promise<Statement> {
  const { sql, outcome } = statement
  if (outcome?.error?.errno !== 1064 || !outcome.error.message.endsWith('…')) return statement
  try {
    const prepared = await admin.prepare(sql)
    await prepared.close()
    return statement
  } catch (cause) {
    const { errno, sqlMessage } = cause as { errno?: number; sqlMessage?: string }
    if (errno !== 1064 || !sqlMessage?.startsWith(outcome.error.message.slice(0, -1)))
      return statement
    const error = { ...outcome.error, message: sqlMessage }
    return { ...statement, outcome: { ...outcome, error } }
  }
}

interface Entry {
  statement: Statement
  began?: number
}

type Logs = ReadonlyMap<number, readonly Statement[]>

/** When the test began, by the events' clock; derived from the statements that both clocks know. */
function beginningOf(entries: readonly Entry[]): number | undefined {
  const all = entries.flatMap(({ began, statement: { at } }) =>
    began === undefined || at === undefined ? [] : [began - at * 1000],
  )
  return all.length > 0 ? Math.max(...all) : undefined
}

/** After what began before it, otherwise after the first row of its connection. */
function placeOf(entries: readonly Entry[], thread: number, began: number): number {
  const before = entries.findLastIndex((entry) => entry.began !== undefined && entry.began < began)
  const first = entries.findIndex(({ statement }) => statement.thread === thread)
  return Math.max(before, first) + 1
}

function alignThreads(logs: Logs, threads: readonly EventThread[]): [number, Alignment][] {
  const open = threads.flatMap(({ connection, events }): [number, Alignment][] => {
    const log = connection === undefined ? undefined : logs.get(connection)
    const alignment = log && alignEvents(log, events, { open: true })
    return alignment ? [[connection!, alignment]] : []
  })
  return [...open, ...alignClosed(logs, threads)]
}

/**
 * Closed connections are recognised by what they sent. Several that sent the same are distinguished by their order,
 * if each had ended before the next began; otherwise they are left out.
 */
function alignClosed(logs: Logs, threads: readonly EventThread[]): [number, Alignment][] {
  const known = new Set(threads.map(({ connection }) => connection))
  const closed = threads.filter(({ connection, events }) => connection === undefined && events[0])
  const byEvents = groupBy(
    [...logs].filter(([thread, log]) => !known.has(thread) && log.some(carriesEvent)),
    ([, log]) => candidatesOf(log, closed).join(),
  )
  return [...byEvents.values()].flatMap((alike) => {
    const candidates = candidatesOf(alike[0]![1], closed).map((index) => closed[index]!)
    const inOrder = candidates.toSorted((a, b) => a.events[0]!.began - b.events[0]!.began)
    if (inOrder.length !== alike.length || !areApart(inOrder)) return []
    return alike.map(([thread, log], index): [number, Alignment] => [
      thread,
      alignEvents(log, inOrder[index]!.events)!,
    ])
  })
}

/** The indexes of the threads whose events this log may correspond to. */
function candidatesOf(log: readonly Statement[], threads: readonly EventThread[]): number[] {
  return threads.flatMap(({ events }, index) => (alignEvents(log, events) ? [index] : []))
}

function areApart(threads: readonly EventThread[]): boolean {
  return threads.every(
    ({ events }, index) =>
      index === 0 || threads[index - 1]!.events.at(-1)!.ended < events[0]!.began,
  )
}
