import type { Connection as CoreConnection } from 'mysql2'
import type { Connection, Pool, PoolConnection } from 'mysql2/promise'
import { withoutMark } from './by-test.ts'
import { isTransactionStatement } from './statement-log.ts'

// Pools and connections that notice what is done with them. They stay mysql2's own objects, but some of their methods
// record that they were called.

/** What was done with a pool, and with the connections that it lent. Grows while the pool is used. */
export interface PoolRecord {
  /** How often a connection was borrowed, by getConnection(). */
  borrowed: number
  /** How many of those were given back, by release() or destroy(). */
  returned: number
  /** How often a connection was released that was no longer borrowed: somebody else may have it by then. */
  releasedAgain: number
  /** Statements sent over a borrowed connection after its release. */
  afterRelease: string[]
  /** Statements of a transaction that were sent over the pool itself: each may go over another connection. */
  transactionOverPool: string[]
  /** Was end() called? */
  ended: boolean
}

/** The record of a pool that the lab has created. @throws for any other pool */
export function recordOf(pool: Pool): PoolRecord {
  const record = records.get(coreOf(pool))
  if (!record) throw new Error('This pool was not made by lab.createPool().')
  return record
}

/** Called for each connection that a pool lends or takes back. */
export interface PoolListener {
  /** @param asked when the connection was asked for, according to `now` */
  lent(connection: PoolConnection, asked: number): void
  givenBack(connection: PoolConnection): void
  now(): number
}

/** Makes a pool notice. The lab does this with each pool that it creates. */
export function watchPool(pool: Pool, listener: PoolListener): PoolRecord {
  const record: PoolRecord = {
    borrowed: 0,
    returned: 0,
    releasedAgain: 0,
    afterRelease: [],
    transactionOverPool: [],
    ended: false,
  }
  records.set(coreOf(pool), record)
  watchStatements(pool, (sql) => {
    if (isTransactionStatement(sql) || /^\s*set\s+(session\s+)?(@@)?autocommit/i.test(sql))
      record.transactionOverPool.push(sql)
  })
  before(pool, 'end', () => (record.ended = true))
  const lend = pool.getConnection.bind(pool)
  replace(pool, 'getConnection', async () => {
    const asked = listener.now()
    const connection = await lend()
    listener.lent(connection, asked)
    return watchBorrowed(connection, record, () => listener.givenBack(connection))
  })
  return record
}

/**
 * Makes a connection notice that it is closed; the lab does this with each one that it creates.
 * @returns whether somebody has closed it while it was alive
 */
export function watchClosing(connection: Connection): () => boolean {
  let closed = false
  const [core] = coresOf(connection) as [Core]
  for (const name of ['end', 'destroy', 'close'] as const)
    before(core, name, () => (closed ||= isAlive(core)))
  return () => closed
}

/**
 * Statements of this connection, or of all of this pool's, that were sent or wait to be sent and are not answered yet.
 * Ask right after the promise of a function has resolved: nobody has waited for anything that is still running then.
 */
export function inFlight(client: Connection | Pool): number {
  return coresOf(client).reduce((sum, { _command, _commands }) => {
    return sum + (_command ? 1 : 0) + _commands.length
  }, 0)
}

/** How many callers wait for a connection of this pool, and how many connections it may have. */
export function waitingFor(pool: Pool): { callers: number; limit: number } {
  const { _connectionQueue, config } = coreOf(pool) as CorePool
  return { callers: _connectionQueue?.length ?? 0, limit: config?.connectionLimit ?? 0 }
}

/** Calls `note` with each statement just before it is sent over this connection, in whichever way; `execute` counts once. */
export function onSending(connection: Connection, note: (sql: string) => void): void {
  const [core] = coresOf(connection) as [Core]
  before(core, 'addCommand', (command) => {
    const { sql, statement } = command as { sql?: string; statement?: { query: string } }
    const text = sql ?? statement?.query
    if (text !== undefined) note(text)
  })
}

/** mysql2's own connections behind a connection or a pool. */
export function coresOf(client: Connection | Pool): Core[] {
  const core = coreOf(client)
  const all = (core as CorePool)._allConnections
  return all ? Array.from({ length: all.length }, (_, index) => all.get(index)) : [core as Core]
}

/** Is the connection neither closed nor lost? */
export function isAlive(core: Core): boolean {
  return !core._closing && !core._fatalError && !core.stream.destroyed
}

/** Calls `note` with the arguments, then the method itself. */
export function before(owner: object, name: string, note: (...args: unknown[]) => void): void {
  const method = Reflect.get(owner, name) as (...args: unknown[]) => unknown
  replace(owner, name, function (this: unknown, ...args: unknown[]) {
    note(...args)
    return method.apply(this, args)
  })
}

/** Replaces a property. @returns what puts it back */
export function replace(owner: object, name: string, value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  return () => {
    if (original) Object.defineProperty(owner, name, original)
    else Reflect.deleteProperty(owner, name)
  }
}

/**
 * Until disposed of, what is asked of a connection by `query`, `execute` or `commit`, with promises or with a callback, goes
 * through `instead`: it gets the SQL as it was written, and what sends it.
 */
export function intercept(
  connection: Connection,
  instead: (sql: string, send: () => Promise<unknown>) => Promise<unknown>,
): Disposable {
  const [core] = coresOf(connection) as [Core]
  // mysql2's promises call these two, and commit() calls `query`.
  const undo = (['query', 'execute'] as const).map((name) => {
    const method = core[name].bind(core) as (...args: unknown[]) => unknown
    return replace(core, name, (...args: unknown[]) => {
      const done = args.at(-1)
      // Rows that come as events.
      if (typeof done !== 'function') return method(...args)
      const [first] = args as [string | { sql?: string } | undefined]
      const send = () =>
        new Promise((resolve, reject) => {
          method(...args.slice(0, -1), (error: unknown, ...answer: unknown[]) =>
            error ? reject(error) : resolve(answer),
          )
        })
      instead(typeof first === 'string' ? first : String(first?.sql), send).then(
        (answer) => done(null, ...(answer as unknown[])),
        (error: unknown) => done(error),
      )
    })
  })
  return {
    [Symbol.dispose]() {
      for (const one of undo) one()
    },
  }
}

/**
 * Until disposed of, the rows of a SELECT without ORDER BY come in the opposite order: the server promises none, and gives
 * the same one for years until an index or a version changes.
 */
export function inNoOrder(connection: Connection): Disposable {
  return intercept(connection, async (sql, send) => {
    const answer = (await send()) as [unknown, ...unknown[]]
    const [rows, ...rest] = answer
    const isOpen = /^\s*select\b/i.test(sql) && !/\border\s+by\b/i.test(sql)
    return isOpen && Array.isArray(rows) ? [rows.toReversed(), ...rest] : answer
  })
}

// --- internal ---

/** What mysql2 keeps to itself, and nothing else reveals. */
export interface Core extends CoreConnection {
  _closing: boolean
  _fatalError: unknown
  _command: unknown
  _commands: { length: number }
  stream: { destroyed: boolean; destroy(error?: Error): void }
}
interface CorePool {
  _allConnections?: { length: number; get(index: number): Core }
  _connectionQueue?: { length: number }
  config?: { connectionLimit: number }
}

const records = new WeakMap<object, PoolRecord>()

function coreOf(client: Connection | Pool): Core | CorePool {
  const { connection, pool } = client as unknown as { connection?: Core; pool?: CorePool }
  return (connection ?? pool)!
}

function watchBorrowed(
  connection: PoolConnection,
  record: PoolRecord,
  returned: () => void,
): PoolConnection {
  record.borrowed += 1
  let state: 'borrowed' | 'released' | 'destroyed' = 'borrowed'
  const giveBack = (how: typeof state) => {
    if (state !== 'borrowed') return
    record.returned += 1
    returned()
    state = how
  }
  before(connection, 'release', () => {
    // After destroy() it belongs to nobody: releasing it does no harm.
    if (state === 'released') record.releasedAgain += 1
    giveBack('released')
  })
  before(connection, 'destroy', () => giveBack('destroyed'))
  const sent = (what: string) => {
    if (state === 'released') record.afterRelease.push(what)
  }
  watchStatements(connection, sent)
  for (const name of commands) before(connection, name, () => sent(`${name}()`))
  return connection
}

/** What goes to the server without being a statement of the caller's. */
const commands = [
  'beginTransaction',
  'commit',
  'rollback',
  'reset',
  'changeUser',
  'ping',
  'prepare',
]

type Sends = Pick<Connection, 'query' | 'execute'>

function watchStatements(client: Sends, note: (sql: string) => void): void {
  for (const name of ['query', 'execute'] as const) {
    before(client, name, (first: unknown) => {
      const sql = typeof first === 'string' ? first : String((first as { sql?: unknown })?.sql)
      if (!withoutMark(sql).byTest) note(sql)
    })
  }
}

/** Not enumerable: an inspection of the object shows only mysql2's own properties. */
