import type { Connection, Pool } from 'mysql2/promise'
import type { Failure, Statement } from '../../workbook/verdict.ts'
import { before } from './lent.ts'

/** One call on a lent connection or pool, and where it is in the student's file. */
export interface Call {
  command: 'Query' | 'Execute'
  /** With its `?`. */
  sql: string
  /** The connection; undefined for a pool, which may use any connection. */
  thread: number | undefined
  /** Created for its stack, which costs nothing until it is read. */
  here: Error
}

/** Records what is sent over a connection or a pool, and from where. */
export function watchCalls(client: Connection | Pool, note: (call: Call) => void): void {
  const thread = 'threadId' in client ? client.threadId : undefined
  for (const [name, { command, sql }] of Object.entries(senders)) {
    if (!(name in client)) continue
    before(client, name, (first: unknown) =>
      note({ command, sql: sql ?? textOf(first), thread, here: new Error('sent from here') }),
    )
  }
}

/**
 * The statements of the log, each with the place that sent it. A call belongs to the first statement of its connection
 * that begins as the call does and that no call before it has.
 */
export function withPlaces(
  statements: readonly Statement[],
  calls: readonly Call[],
  placeIn: (stack: string | undefined) => Failure['at'],
): Statement[] {
  const places = new Map<Statement, Failure['at']>()
  for (const call of calls) {
    const found = statements.find((one) => !places.has(one) && isOf(one, call))
    if (found) places.set(found, placeIn(call.here.stack))
  }
  return statements.map((statement) => {
    const from = places.get(statement)
    return from ? { ...statement, from } : statement
  })
}

// --- internal ---

const senders: Record<string, { command: Call['command']; sql?: string }> = {
  query: { command: 'Query' },
  execute: { command: 'Execute' },
  beginTransaction: { command: 'Query', sql: 'START TRANSACTION' },
  commit: { command: 'Query', sql: 'COMMIT' },
  rollback: { command: 'Query', sql: 'ROLLBACK' },
}

function isOf({ command, sql, thread, byTest }: Statement, call: Call): boolean {
  if (byTest || command !== call.command) return false
  if (call.thread !== undefined && call.thread !== thread) return false
  // After its first value the log has what was sent, not what was written.
  const [written = ''] = call.sql.split(/[?:]/)
  return sql.trimStart().startsWith(written.trim())
}

function textOf(first: unknown): string {
  return typeof first === 'string' ? first : String((first as { sql?: unknown } | null)?.sql)
}
