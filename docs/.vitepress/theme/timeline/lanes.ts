import type { Evidence, RunEvent } from '../../../../workbook/verdict.ts'
import { listStatements, type ListedStatement } from '../evidence/statement-list.ts'

/** One thing that happened: a statement, or what the pool or the spec did. Times in milliseconds since the test began. */
export interface Mark {
  at: number
  until: number
  /** The part in which it waited for a lock or for a connection from the pool; up to the end if nothing answered. */
  wait?: Span
  statement?: ListedStatement
  event?: RunEvent
  /** Nothing had answered when the test was judged. */
  unanswered?: true
}
export interface Span {
  at: number
  until: number
}
/** What one connection did, or the spec over its own connections. */
export interface Lane {
  /** From 1, as in the list of statements; undefined for the spec. */
  connection: number | undefined
  marks: Mark[]
  transactions: Span[]
  /** The time during which a pool had lent it. */
  lent: Span[]
}

/** The lanes of a run, in order; none if the evidence has no times. */
export function lanesOf(evidence: Evidence): Lane[] {
  const statements = listStatements(evidence.statements)
  const events = evidence.events ?? []
  if (!statements.some(({ at }) => at !== undefined)) return []
  const end = Math.max(
    evidence.duration ?? 0,
    ...statements.map(({ at = 0, outcome }) => at + (outcome?.milliseconds ?? 0)),
    ...events.map(({ at, milliseconds = 0 }) => at + milliseconds),
  )
  const threads = [...new Set(statements.map(({ thread }) => thread))]
  const connections = threads.map((thread, index) => {
    const own = statements.filter((one) => one.thread === thread)
    return connectionLane(index + 1, own, eventsOf(events, thread), end)
  })
  const spec = events.filter(({ kind }) => kind === 'spec' || kind === 'kill').map(eventMark)
  // A connection over which nothing was sent would only take up room.
  const busy = connections.filter(({ marks }) => marks.some((mark) => !isEdge(mark)))
  const specLane = { connection: undefined, marks: spec, transactions: [], lent: [] }
  return spec.length > 0 ? [...busy, specLane] : busy
}

/** The beginning or the end of a connection. */
export function isEdge({ statement }: Mark): boolean {
  return statement?.command === 'Connect' || statement?.command === 'Quit'
}

// --- internal ---

function eventsOf(events: readonly RunEvent[], thread: number): RunEvent[] {
  return events.filter((event) => event.thread === thread)
}

function connectionLane(
  connection: number,
  statements: ListedStatement[],
  events: RunEvent[],
  end: number,
): Lane {
  const marks = [
    ...statements.map((one, index) => statementMark(one, statements[index + 1], end)),
    ...events.map(eventMark),
  ].toSorted((one, other) => one.at - other.at)
  return { connection, marks, transactions: transactionsOf(marks, end), lent: lentOf(events, end) }
}

function statementMark(
  statement: ListedStatement,
  next: ListedStatement | undefined,
  end: number,
): Mark {
  const { at = 0, outcome, command } = statement
  const unanswered = !outcome && !next && (command === 'Query' || command === 'Execute')
  if (unanswered) return { at, until: end, wait: { at, until: end }, statement, unanswered }
  const until = at + (outcome?.milliseconds ?? 0)
  const { waited } = outcome ?? {}
  return { at, until, ...(waited && { wait: { at, until: at + waited } }), statement }
}

function eventMark(event: RunEvent): Mark {
  const { at, milliseconds = 0, kind } = event
  const until = at + milliseconds
  return { at, until, ...(kind === 'borrow' && { wait: { at, until } }), event }
}

/** From what begins a transaction to what ends it, or to the end of the run. */
function transactionsOf(marks: readonly Mark[], end: number): Span[] {
  const spans: Span[] = []
  let open: number | undefined
  for (const { at, until, statement } of marks) {
    const part = statement?.transaction
    if (open !== undefined && (part === 'end' || part === 'start')) {
      spans.push({ at: open, until: part === 'end' ? until : at })
      open = undefined
    }
    if (part === 'start') open = at
    // When a connection ends, so does its transaction.
    if (statement?.command === 'Quit' && open !== undefined) {
      spans.push({ at: open, until: at })
      open = undefined
    }
  }
  return open === undefined ? spans : [...spans, { at: open, until: end }]
}

function lentOf(events: readonly RunEvent[], end: number): Span[] {
  const spans: Span[] = []
  let since: number | undefined
  for (const { kind, at, milliseconds = 0 } of events.toSorted(
    (one, two) => doneAt(one) - doneAt(two),
  )) {
    if (kind === 'borrow') since = at + milliseconds
    if (kind === 'release' && since !== undefined) {
      spans.push({ at: since, until: at })
      since = undefined
    }
  }
  return since === undefined ? spans : [...spans, { at: since, until: end }]
}

function doneAt({ kind, at, milliseconds = 0 }: RunEvent): number {
  return kind === 'borrow' ? at + milliseconds : at
}
