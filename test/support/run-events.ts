import type { Connection } from 'mysql2/promise'
import type { RunEvent } from '../../workbook/verdict.ts'
import type { Server } from './server.ts'

/** What happens in one test besides the statements in the log: recorded while it happens. */
export interface RunNotes {
  readonly events: RunEvent[]
  /** Milliseconds since the test began. */
  now(): number
  /** When the spec itself last began or ended something on the server, by `performance.now()`. */
  last(): number
  /** The same server; what the spec makes it do is recorded. */
  watched(server: Server): Server
  /**
   * The test is over: a spec that was too late, and still goes on, gets no further. Its next statement could wait for a lock,
   * and the next test, on the same connection, behind it.
   */
  end(): void
}

/** @param zero when the test began, by `performance.now()` */
export function takeNotes(zero: number): RunNotes {
  const events: RunEvent[] = []
  const now = () => performance.now() - zero
  let last = zero
  let isOver = false
  const noted = async <T>(event: Omit<RunEvent, 'at'>, work: () => Promise<T>): Promise<T> => {
    if (isOver) throw new Error('The test is over.')
    const entry: RunEvent = { ...event, at: now() }
    events.push(entry)
    last = performance.now()
    try {
      return await work()
    } finally {
      entry.milliseconds = now() - entry.at
      last = performance.now()
    }
  }
  const spec = <T>(sql: string, work: () => Promise<T>) => noted({ kind: 'spec', sql }, work)
  return {
    events,
    now,
    last: () => last,
    end: () => void (isOver = true),
    watched: (server) => ({
      ...server,
      query: (sql, values) => spec(sql, () => server.query(sql, values)),
      kill: (connection) => {
        const thread = Number(typeof connection === 'number' ? connection : connection.threadId)
        return noted({ kind: 'kill', thread, sql: `KILL ${thread}` }, () => server.kill(connection))
      },
      session: async (other) => watchSession(await server.session(other), spec),
    }),
  }
}

// --- internal ---

type Watched = Connection & AsyncDisposable

/** A spec holds locks with such a session: without it nobody would see what a statement waits for. */
function watchSession(
  session: Watched,
  noted: <T>(sql: string, work: () => Promise<T>) => Promise<T>,
): Watched {
  for (const name of ['query', 'execute'] as const) {
    const send = session[name].bind(session) as (...args: unknown[]) => Promise<unknown>
    const watched = (first: unknown, ...others: unknown[]) =>
      noted(textOf(first), () => send(first, ...others))
    Object.defineProperty(session, name, { value: watched })
  }
  const plain = { beginTransaction: 'START TRANSACTION', commit: 'COMMIT', rollback: 'ROLLBACK' }
  for (const [name, sql] of Object.entries(plain)) {
    const send = Reflect.get(session, name).bind(session) as () => Promise<unknown>
    Object.defineProperty(session, name, { value: () => noted(sql, send) })
  }
  return session
}

function textOf(first: unknown): string {
  return typeof first === 'string' ? first : String((first as { sql?: unknown }).sql)
}
