import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { setTimeout as delay } from 'node:timers/promises'
import {
  byTest,
  found,
  inFlight,
  inTime,
  isTransactionStatement,
  mistake,
  type Settled,
  type Server,
  type Statement,
} from '#support'

/** What several specs of this lesson ask: how a call ended, and in what state it left its connection. */
export type Outcome<T> = Settled<T> | 'late'

/** How a call ended; `late` if it has not ended in time. An untouched stub's error is rethrown. */
export async function outcomeOf<T>(call: Promise<T>, milliseconds?: number): Promise<Outcome<T>> {
  const outcome = await inTime(call, milliseconds)
  if (outcome !== 'late' && 'error' in outcome && (outcome.error as Error)?.message === 'TODO') {
    throw outcome.error
  }
  return outcome
}

/** What came over one connection. */
export async function statementsOf(server: Server, connection: Connection): Promise<Statement[]> {
  const statements = await server.statements()
  return statements.filter(({ thread }) => Number(thread) === connection.threadId)
}

/**
 * Is a transaction open on this connection? The server says so in the status of every answer. One whose end is still
 * under way, since nobody has waited for it, is open.
 */
export async function hasOpenTransaction(connection: Connection): Promise<boolean> {
  if (inFlight(connection) > 0) return true
  const [answer] = await connection.query<ResultSetHeader>(byTest('DO 0'))
  return (answer.serverStatus & 1) === 1
}

/** `@@autocommit` and the isolation level, which a function must leave as they were. */
export async function settingsOf(connection: Connection): Promise<string> {
  const [rows] = await connection.query(byTest('SELECT @@autocommit, @@transaction_isolation'))
  return Object.values((rows as object[])[0]!).join(', ')
}

/** Fails unless the settings are the same. @param before as {@link settingsOf} gave them */
export function expectSettings(seen: string, before: string): void {
  if (seen === before) return
  const [[autocommit, level], [now, newLevel]] = [before, seen].map((all) => all.split(', ')) as [
    string[],
    string[],
  ]
  const details = { expected: before, seen }
  if (now !== autocommit) throw mistake('autocommit-left-off', details)
  const what = '@@transaction_isolation'
  throw found('finding.session-changed', { what, before: level!, after: newLevel! }, details)
}

/** Statements that begin a transaction: START TRANSACTION, BEGIN, XA START, SET autocommit = 0. */
export function begins(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ sql }) =>
    /^\s*(start\s+transaction|begin\b|xa\s+(start|begin)\b|set\s.*autocommit\W+(0|off))/i.test(sql),
  )
}

/** The log as a reader may see it: the statements that begin, end or do something, in order. */
export function readable(statements: readonly Statement[]): string[] {
  return statements
    .filter(({ command }) => command === 'Query' || command === 'Execute')
    .map(
      ({ thread, sql }) =>
        `${thread}: ${isTransactionStatement(sql) ? sql.toUpperCase() : sql.slice(0, 120)}`,
    )
}

/** Waits until a statement like this has been sent, or `call` has ended without it. */
export async function untilSent(
  server: Server,
  pattern: RegExp,
  call: Promise<unknown>,
): Promise<boolean> {
  let ended = false
  const end = () => void (ended = true)
  call.then(end, end)
  for (;;) {
    const sent = (await server.statements()).some(
      ({ command, sql }) => command !== 'Prepare' && pattern.test(sql),
    )
    if (sent || ended) return sent
    await delay(10)
  }
}

/** The MySQL error number of an error or of what caused it. */
export function errnoOf(error: unknown): number | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('errno' in one) return one.errno as number
  }
  return undefined
}
