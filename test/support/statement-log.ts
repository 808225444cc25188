import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import type { Statement } from '../../workbook/verdict.ts'
import { withoutMark } from './by-test.ts'
import { found } from './findings.ts'
import { ourThreads } from './our-threads.ts'

/**
 * Reads what a student's code sent in one test, from the server's own log
 * (MySQL Reference Manual, 7.4.3 "The General Query Log"). The server writes a row before it answers,
 * so whatever was answered is there; only `Quit` may come a moment after `end()`.
 */
export interface StatementLog {
  /** The statements since the test began, or only those of these connections. @throws if the log can't be read here. */
  read(threads?: readonly number[]): Promise<Statement[]>
}

/** Where a test begins in the log. */
export interface Beginning {
  /** The server's time, as its `NOW(6)` gives it. */
  time: string
  /** The number of the test's first connection: all that are opened later have higher ones, whatever their clock. */
  thread: number
}

export function openStatementLog(
  admin: Connection,
  access: DatabaseAccess,
  schema: string,
  since: Beginning,
): StatementLog {
  return {
    async read(threads) {
      if (!access.statementLog.readable)
        throw found('finding.no-log', { reason: access.statementLog.reason })
      const [logged] = await admin.query<LogRow[]>(
        `SELECT thread_id, command_type, argument,
           TIMESTAMPDIFF(MICROSECOND, ?, event_time) AS began,
           TIMESTAMPDIFF(MICROSECOND, ?, NOW(6)) AS elapsed
         FROM ${access.statementLog.table}
         WHERE (event_time >= ? OR thread_id >= ?) AND user_host LIKE ?`,
        // `student[student] @ …`; before the account is checked, at Connect, `[student] @ …`.
        [since.time, since.time, since.time, since.thread, `%[${access.student.user}] @%`],
      )
      // The administrator's connection gives BIGINT as strings.
      const rows = withoutRunsBefore(
        logged.map((row) => ({ ...row, thread_id: Number(row.thread_id) })),
      )
      const own = threads ?? threadsOf(rows, schema)
      return rows
        .filter(({ thread_id: thread }) => own.includes(thread) && !ourThreads.has(thread))
        .map(toStatement)
    },
  }
}

/** The SQL of all statements in one string, to look for a value in. */
export function sqlOf(
  statements: readonly Statement[],
  ...commands: Statement['command'][]
): string {
  return statements
    .filter((statement) => commands.length === 0 || commands.includes(statement.command))
    .map((statement) => statement.sql)
    .join('\n')
}

/** The statements that read or wrote rows, each once: a prepared one counts when it is executed. */
export function rowsRead(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    ({ command, sql }) =>
      (command === 'Query' || command === 'Execute') && !isTransactionStatement(sql),
  )
}

/** START TRANSACTION, BEGIN, COMMIT, ROLLBACK, savepoints, and those of XA. */
export function isTransactionStatement(sql: string): boolean {
  return /^\s*(start\s+transaction|begin|commit|rollback|savepoint|release\s+savepoint|xa)\b/i.test(
    sql,
  )
}

// --- internal ---

type LogRow = RowDataPacket & {
  thread_id: number | string
  command_type: string
  argument: Buffer | string
  /** Microseconds since the test began, by the time zone of the session that sent it. */
  began: number | string
  /** Microseconds from then until now. */
  elapsed: number | string
}
type Entry = Pick<LogRow, 'command_type' | 'argument' | 'began' | 'elapsed'> & { thread_id: number }

/**
 * A server that starts again numbers its connections from the beginning, and the log still has those of the run before.
 * What a connection sent comes after the row with which it connected.
 */
function withoutRunsBefore<T extends Entry>(rows: readonly T[]): T[] {
  const connected = new Map<number, number>()
  for (const [index, { thread_id: thread, command_type: command, argument }] of rows.entries())
    if (command === 'Connect' && !String(argument).startsWith('Access denied'))
      connected.set(thread, index)
  return rows.filter(({ thread_id: thread }, index) => index >= (connected.get(thread) ?? 0))
}

function threadsOf(rows: readonly Entry[], schema: string): number[] {
  const pattern = new RegExp(`(^| on |\`)${schema}(\`| |$)`)
  return rows
    .filter((row) => ['Connect', 'Change user', 'Init DB', 'Query'].includes(row.command_type))
    .filter((row) => row.command_type !== 'Query' || isUse(String(row.argument)))
    .filter((row) => pattern.test(String(row.argument)))
    .map((row) => row.thread_id)
}

function isUse(sql: string): boolean {
  return /^\s*use\b/i.test(withoutMark(sql).sql)
}

function toStatement(row: Entry): Statement {
  const { thread_id: thread, command_type: command, argument } = row
  return { thread, command, ...withoutMark(argument.toString()), at: timeOf(row) / 1000 }
}

/** Microseconds since the test began. What a session in another time zone sent is logged whole minutes off. */
function timeOf({ began, elapsed }: Entry): number {
  const [micros, latest] = [Number(began), Number(elapsed)]
  if (micros >= 0 && micros <= latest) return micros
  return ((micros % minute) + minute) % minute
}

const minute = 60_000_000
