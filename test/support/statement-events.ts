import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { Outcome } from '../../workbook/verdict.ts'
import { withoutMark } from './by-test.ts'
import { groupBy } from './group-by.ts'

/** One statement as the performance schema saw it. */
export interface StatementEvent {
  command: 'Query' | 'Prepare' | 'Execute'
  /** With its `?`, cut at 1,024 bytes; empty when it failed before it was known. */
  sql: string
  byTest?: true
  /** The server writes it to its log unless it could not be read or prepared. */
  logged: boolean
  outcome: Outcome
  /** Microseconds of the server's own clock. */
  began: number
  ended: number
}

/** All statements of one connection, in order. */
export interface EventThread {
  /** The server's number of the connection while it is open; unknown afterwards. */
  connection?: number
  events: StatementEvent[]
}

/**
 * What the performance schema still knows about the connections that were in a schema; nothing if it is off, or can't
 * be read. A connection whose first statements are no longer kept is left out.
 */
export async function readEvents(admin: Connection, schema: string): Promise<EventThread[]> {
  const threads = groupBy(await readRows(admin, schema), ({ thread }) => thread)
  const own = [...threads.values()].filter((rows) => rows.some(({ here }) => here === '1'))
  return own.filter(isWhole).map(([first, ...others]) => ({
    ...(first!.connection !== null && { connection: Number(first!.connection) }),
    events: [first!, ...others].flatMap(toEvent),
  }))
}

// --- internal ---

/** As the administrator's connection reads them: BIGINTs are strings. */
type EventRow = RowDataPacket & {
  thread: string
  connection: string | null
  id: string
  /** Was the connection in the schema at that time? */
  here: '0' | '1' | null
  /** `sql/select`, `com/Execute` */
  name: string
  sql: string | null
  errno: number
  state: string | null
  message: string | null
  sent: string
  affected: string
} & Record<'began' | 'ended' | 'took' | 'waited', string>

const history = 'performance_schema.events_statements_history_long'

/**
 * Of each connection that reads: the schema that it asked for last, and the end of the last event that it knew when it
 * first asked for that one. A schema is new with each test, so older events are of no interest, and skipping them by
 * their time takes a third of the time that looking for their schema takes.
 */
const readers = new WeakMap<Connection, { schema: string; from: bigint; seen: bigint }>()

async function readRows(admin: Connection, schema: string): Promise<EventRow[]> {
  const last = readers.get(admin) ?? { schema: '', from: 0n, seen: 0n }
  const from = last.schema === schema ? last.from : last.seen
  try {
    const [rows] = await admin.query<EventRow[]>(
      `SELECT h.THREAD_ID AS thread, h.EVENT_ID AS id, SUBSTRING(h.EVENT_NAME, 11) AS name,
         (SELECT t.PROCESSLIST_ID FROM performance_schema.threads t
          WHERE t.THREAD_ID = h.THREAD_ID) AS connection,
         h.SQL_TEXT AS \`sql\`, h.MYSQL_ERRNO AS errno, h.RETURNED_SQLSTATE AS state,
         h.MESSAGE_TEXT AS message, h.ROWS_SENT AS sent, h.ROWS_AFFECTED AS affected,
         h.TIMER_START DIV 1000000 AS began, h.TIMER_END DIV 1000000 AS ended,
         h.TIMER_WAIT DIV 1000000 AS took, h.LOCK_TIME DIV 1000000 AS waited,
         h.CURRENT_SCHEMA = ? AS here
       FROM ${history} h
       WHERE h.NESTING_EVENT_ID IS NULL AND ${from > 0n ? 'h.TIMER_END >= ?' : ofSchema}
       ORDER BY h.THREAD_ID, h.EVENT_ID`,
      [schema, from > 0n ? from * 1_000_000n : schema],
    )
    const ends = rows.map(({ ended }) => BigInt(ended))
    readers.set(admin, { schema, from, seen: ends.reduce((a, b) => (a > b ? a : b), last.seen) })
    return rows
  } catch (error) {
    if (isRefusal(error)) return []
    throw error
  }
}

const ofSchema = `h.THREAD_ID IN (SELECT DISTINCT THREAD_ID FROM ${history} WHERE CURRENT_SCHEMA = ?)`

/** 1142: no right to read the table; 1044: nor the schema. */
function isRefusal(error: unknown): boolean {
  return [1142, 1044].includes((error as { errno?: number }).errno ?? 0)
}

/** Events are numbered from 1 in each connection. */
function isWhole([first]: EventRow[]): boolean {
  return Number(first?.id) === 1
}

function toEvent(row: EventRow): StatementEvent[] {
  const command = commandOf(row.name)
  if (!command) return []
  const failed = row.errno !== 0
  const unread = row.name === 'sql/error' || row.sql === null || command === 'Prepare'
  return [
    {
      command,
      ...withoutMark(row.sql ?? ''),
      logged: !(failed && unread),
      outcome: toOutcome(row, command),
      began: Number(row.began),
      ended: Number(row.ended),
    },
  ]
}

function commandOf(name: string): StatementEvent['command'] | undefined {
  if (name.startsWith('sql/')) return 'Query'
  return ({ 'com/Prepare': 'Prepare', 'com/Execute': 'Execute' } as const)[name]
}

/** Microseconds. Less than this is not worth mentioning: even a free lock takes some. */
const leastWait = 1000

function toOutcome(row: EventRow, command: StatementEvent['command']): Outcome {
  const waited = Number(row.waited)
  return {
    milliseconds: Number(row.took) / 1000,
    ...(waited >= leastWait && { waited: waited / 1000 }),
    ...whatCame(row, command),
  }
}

function whatCame(
  row: EventRow,
  command: StatementEvent['command'],
): Omit<Outcome, 'milliseconds' | 'waited'> {
  if (row.errno !== 0) {
    const { errno, state, message } = row
    return { error: { errno, sqlState: state ?? '', message: whole(message ?? '') } }
  }
  if (command === 'Prepare') return {}
  // A result set ends without a state; what only changes rows ends with "00000".
  if (row.state === null) return { returned: Number(row.sent) }
  const changed = changedRows(row)
  return changed === undefined ? {} : { changed }
}

/** The table keeps 128 characters of a message. */
function whole(message: string): string {
  return message.length < 127 ? message : `${message.trimEnd()}…`
}

/** An UPDATE affects the rows that it matched, since mysql2 asks for those; its message knows which of them changed. */
function changedRows({ sql, message, affected }: EventRow): number | undefined {
  const keyword = /^(?:\s|\/\*[^]*?\*\/)*(insert|update|delete|replace|with)\b/i.exec(sql ?? '')
  if (!keyword) return Number(affected) || undefined
  const changed = /\bChanged: (\d+)/.exec(message ?? '')?.[1]
  if (keyword[1]!.toLowerCase() !== 'update') return Number(changed ?? affected)
  return changed === undefined ? undefined : Number(changed)
}
