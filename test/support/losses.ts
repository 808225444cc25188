import {
  createConnection,
  type Connection,
  type ConnectionOptions,
  type Pool,
} from 'mysql2/promise'
import { found, mistake } from './findings.ts'
import { coresOf, inFlight, intercept, onSending } from './lent.ts'
import { isTransactionStatement } from './statement-log.ts'

/**
 * Calls `ask` over a connection that is lost as soon as its first statement is sent, then over one that is lost at its second,
 * and so on until a call needs no more statements. Fails with `swallows-errors` unless each call rejects. What nobody waits for
 * comes as an unhandled rejection, or is still running when the last call is done. After its COMMIT a connection may be lost
 * without a word, and where there is nothing to commit.
 * Nor may a statement be asked for again once it is known that the connection was lost at it: over another connection it would
 * have run a second time.
 * @param afterwards is called after each loss
 */
export async function loseAtEachStatement(
  { options }: { options: ConnectionOptions },
  ask: (connection: Connection) => Promise<unknown>,
  afterwards?: () => Promise<void>,
): Promise<void> {
  for (let last = 1; ; last += 1) {
    const connection = await createConnection(options)
    connection.on('error', () => {})
    const sent: string[] = []
    let asked: string | undefined
    let lost: string | undefined
    let again: string | undefined
    onSending(connection, (sql) => {
      if (sent.push(sql) !== last) return
      lost = asked
      lose(connection)
    })
    let isKnown = false
    using _ = intercept(connection, async (sql, send) => {
      if (isKnown && sql === lost && !isTransactionStatement(sql)) again = sql
      asked = sql
      try {
        return await send()
      } catch (error) {
        isKnown = true
        throw error
      }
    })
    const outcome = await ask(connection).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const running = inFlight(connection)
    connection.destroy()
    if ('error' in outcome && outcome.error instanceof Error && outcome.error.message === 'TODO')
      throw outcome.error
    if (sent.length === 0 && 'value' in outcome)
      throw found('finding.connection-unused', {}, { seen: outcome.value })
    if (sent.length < last) {
      if (running > 0) throw found('finding.callback-running', { what: sent.at(-1)! })
      return
    }
    const isCommitted = sent.slice(0, last - 1).some((sql) => commits.test(sql))
    const ends = /^\s*(?:(commit)|rollback)\s*$/i.exec(sent[last - 1]!)
    const isHarmless = ends && (!ends[1] || !sent.some((sql) => changes.test(sql)))
    if ('value' in outcome && !isCommitted && !isHarmless)
      throw mistake('swallows-errors', {
        expected: `the connection is lost at ${sent[last - 1]}`,
        seen: outcome.value,
      })
    if (again !== undefined) throw found('finding.tries-again', { sql: again })
    await afterwards?.()
  }
}

/**
 * Until disposed of, every COMMIT over this connection is refused with this error, and the connection lives on.
 * @returns counts them
 */
export function refuseCommits(
  connection: Connection,
  error: Error,
): Disposable & { readonly refused: number } {
  const state = { refused: 0 }
  const refusing = intercept(connection, async (sql, send) => {
    if (!commits.test(sql)) return send()
    state.refused += 1
    throw error
  })
  return Object.assign(state, refusing)
}

/**
 * A pool that has this connection and no other.
 * @param note is told how often it is lent and not given back
 */
export function poolOver(connection: Connection, note: (lent: number) => void = () => {}): Pool {
  let count = 0
  const isLent = (by: 1 | -1) => note((count = Math.max(count + by, 0)))
  const release = () => isLent(-1)
  const { destroy } = connection
  const lent = Object.assign(connection, {
    release,
    [Symbol.asyncDispose]: async () => release(),
    destroy() {
      release()
      destroy.call(connection)
    },
  })
  return {
    getConnection: async () => {
      isLent(1)
      return lent
    },
    execute: connection.execute.bind(connection),
    query: connection.query.bind(connection),
    releaseConnection: release,
  } as unknown as Pool
}

/** The network gives up: unlike a server that hangs up, it does not say goodbye. */
export function resetConnection(connection: Connection): void {
  const facts = { code: 'ECONNRESET', syscall: 'read' }
  for (const { stream } of coresOf(connection))
    stream.destroy(Object.assign(new Error('read ECONNRESET'), facts))
}

// --- internal ---

/** Of an ordinary transaction, or of one of XA. */
const commits = /^\s*(xa\s+)?commit\b/i

const changes = /^\s*(insert|update|delete|replace|load|call)\b/i

/** As when somebody pulls the plug. */
function lose(connection: Connection): void {
  for (const { stream } of coresOf(connection)) stream.destroy()
}
