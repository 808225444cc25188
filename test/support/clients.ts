import type { EventEmitter } from 'node:events'
import {
  createConnection,
  createPool,
  type Connection,
  type ConnectionOptions,
  type Pool,
  type PoolOptions,
} from 'mysql2/promise'
import { studentOptions, type DatabaseAccess } from '../../workbook/database/types.ts'
import type { MessageKey } from '../../workbook/language/language.ts'
import { withoutMark } from './by-test.ts'
import type { Lab, Leaves } from './lab.ts'
import { expectValue, found, type FindingError } from './findings.ts'
import {
  coresOf,
  inFlight,
  isAlive,
  recordOf,
  watchClosing,
  watchPool,
  type PoolListener,
} from './lent.ts'
import type { RunNotes } from './run-events.ts'
import { watchCalls, type Call } from './sent-from.ts'
import { compareSessions, readSessions, type SessionState } from './session-snapshot.ts'

/** Connections and pools of the student's account that notice what is done with them. */
export interface Clients {
  lab: Pick<Lab, 'connection' | 'connect' | 'createPool' | 'options' | 'asItIs' | 'expectAsOpened'>
  /** What was sent over them, and from where. */
  readonly calls: readonly Call[]
  /** The first thing that is not as it was, and that the spec does not allow. */
  judge(allowed: readonly Leaves[]): Promise<FindingError | undefined>
  /** The pools that were lent. */
  pools(): Pool[]
  close(): void
}

/** @param sessions the administrator's connection; undefined if sessions can't be examined */
export async function openClients(
  access: DatabaseAccess,
  schema: string,
  sessions: Connection | undefined,
  { events, now }: Pick<RunNotes, 'events' | 'now'>,
): Promise<Clients> {
  const options = studentOptions(access, schema) as Lab['options']
  const listening = listenersOf([process])
  const open: {
    client: Connection | Pool
    /** What the driver was asked for when it connected. */
    settings: Settings
    listeners: Listeners
    closed(): boolean
    close(): void
  }[] = []
  const baseline = new Map<number, SessionState>()
  const calls: Call[] = []
  const last = new Map<number, string>()
  const note = (call: Call) => {
    if (calls.length < mostCalls) calls.push(call)
    const { sql, byTest } = withoutMark(call.sql)
    if (call.thread !== undefined && !byTest) last.set(call.thread, sql)
  }
  const listener: PoolListener = {
    now,
    lent(connection, at) {
      const { threadId: thread } = connection
      events.push({ kind: 'borrow', at, milliseconds: now() - at, thread })
      watchCalls(connection, note)
    },
    givenBack: ({ threadId: thread }) => void events.push({ kind: 'release', at: now(), thread }),
  }
  const remember = async (clients: (Connection | Pool)[]) => {
    if (!sessions) return
    const seen = await readSessions(sessions, clients.flatMap(threadsOf))
    for (const [thread, session] of seen) baseline.set(thread, session)
  }
  const connect = async (more?: ConnectionOptions) => {
    const client = await createConnection({ ...options, ...more })
    const close = () => client.destroy()
    open.push({ client, ...lentAs(client), closed: watchClosing(client), close })
    watchCalls(client, note)
    if (sessions && usual && !more)
      baseline.set(client.threadId, new Map(usual).set('DATABASE()', schema))
    else await remember([client])
    return client
  }
  const lab = {
    connection: await connect(),
    connect,
    options,
    createPool: (more?: PoolOptions) => {
      const client = createPool({ ...options, ...more })
      const record = watchPool(client, listener)
      watchCalls(client, note)
      const close = () => void client.end().catch(() => {})
      open.push({ client, ...lentAs(client), closed: () => record.ended, close })
      return client
    },
    asItIs: () => remember(open.map(({ client }) => client)),
    expectAsOpened: async (
      { threadId }: Pick<Connection, 'threadId'>,
      what = 'work(connection)',
      parts = /./,
    ) => {
      const seen = fresh && (await readSessions(sessions!, [threadId])).get(threadId)
      const changes = seen ? compareSessions(fresh, seen) : []
      const change = changes.find((one) => parts.test(one.what))
      if (!change) return
      const { expected, seen: after } = asDetails(change)
      expectValue(after, expected, what)
    },
  }
  const fresh = baseline.get(lab.connection.threadId)
  usual ??= fresh
  return {
    lab,
    calls,
    async judge(allowed) {
      const mayBe = (what: string) => allowed.some((one) => isOf(what, one))
      if (!mayBe('pool'))
        for (const { client } of open)
          if (isPool(client)) {
            const finding = judgePool(client)
            if (finding) return finding
          }
      for (const { client, closed } of open)
        if (closed() && !mayBe('closed'))
          return found(isPool(client) ? 'finding.ends-pool' : 'finding.closes-connection')
      for (const { client, settings } of open) {
        const change = changeOf(settings, client)
        if (change && !mayBe(change.what))
          return found('finding.session-changed', asParams(change), asDetails(change))
      }
      for (const { client, listeners } of open) {
        const finding = judgeListeners(listeners, [client, ...coresOf(client)])
        if (finding) return finding
      }
      const finding = judgeListeners(listening, [process])
      if (finding) return finding
      const alive = open.flatMap(({ client }) => threadsOf(client))
      const change = alive.map((thread) => pendingIn(last.get(thread))).find(Boolean)
      if (change && !mayBe(change.what))
        return found('finding.session-changed', asParams(change), asDetails(change))
      if (!sessions || !fresh) return undefined
      const idle = open.filter(({ client }) => inFlight(client) === 0)
      const threads = idle.flatMap(({ client }) => threadsOf(client))
      for (const [thread, after] of await readSessions(sessions, threads)) {
        // A pool's connection began like the first one, except for character sets that its options may name.
        const before = baseline.get(thread)
        const change = compareSessions(before ?? fresh, after).find(({ what }) => {
          const ofOptions = !before && /^@@(character_set|collation)_/.test(what)
          return !ofOptions && !mayBe(what)
        })
        if (change) return found(keyOf(change), asParams(change), asDetails(change))
      }
      return undefined
    },
    pools: () => open.map(({ client }) => client).filter(isPool),
    close() {
      for (const one of open) one.close()
    },
  }
}

// --- internal ---

/** What a new connection without further options is like, except for its database: read once, since that takes a while. */
let usual: SessionState | undefined

/** Evidence shows the first statements only. */
const mostCalls = 1000

/** What the driver makes of the values that it sends and gets. The server knows nothing of these. */
const driverOptions = [
  'bigNumberStrings',
  'dateStrings',
  'decimalNumbers',
  'namedPlaceholders',
  'nestTables',
  'rowsAsArray',
  'stringifyObjects',
  'supportBigNumbers',
  'timezone',
  'typeCast',
]

type Settings = Readonly<Record<string, unknown>>

function settingsOf(client: Connection | Pool): Settings {
  const { config } = (isPool(client) ? client.pool : client) as unknown as {
    config: Settings & { connectionConfig?: Settings }
  }
  const own = config.connectionConfig ?? config
  return Object.fromEntries(driverOptions.map((name) => [name, Reflect.get(own, name)]))
}

/** How many there are, by event. */
type Listeners = ReadonlyMap<string | symbol, number>

function lentAs(client: Connection | Pool): { settings: Settings; listeners: Listeners } {
  return { settings: settingsOf(client), listeners: listenersOf([client, ...coresOf(client)]) }
}

/** Of each event the most that one of them has. Of the process those that a program ends with: the rest is the runner's. */
function listenersOf(emitters: readonly EventEmitter[]): Listeners {
  const counts = new Map<string | symbol, number>()
  for (const emitter of emitters)
    for (const event of emitter.eventNames()) {
      if (emitter === process && !/^(SIG|exit$|beforeExit$)/.test(String(event))) continue
      counts.set(event, Math.max(counts.get(event) ?? 0, emitter.listenerCount(event)))
    }
  return counts
}

/** A spec and the driver add one now and then; three more were added call by call. */
function judgeListeners(
  before: Listeners,
  emitters: readonly EventEmitter[],
): FindingError | undefined {
  for (const [event, n] of listenersOf(emitters)) {
    if (n < (before.get(event) ?? 0) + 3) continue
    const what =
      emitters[0] === process ? 'process' : isPool(emitters[0] as Pool) ? 'pool' : 'connection'
    return found('finding.listeners-left', { event: String(event), what, n })
  }
  return undefined
}

/** A pool's connections begin with its options. */
function changeOf(settings: Settings, client: Connection | Pool): Change | undefined {
  for (const { config } of coresOf(client)) {
    for (const [name, before] of Object.entries(settings)) {
      const after: unknown = Reflect.get(config, name)
      if (after !== before)
        return { what: `config.${name}`, before: String(before), after: String(after) }
    }
  }
  return undefined
}

/** `@` alone means the user's variables, not the server's. */
function isOf(what: string, allowed: Leaves): boolean {
  return what.startsWith(allowed) && !(allowed === '@' && what.startsWith('@@'))
}

function isPool(client: Connection | Pool): client is Pool {
  return 'pool' in client
}

function threadsOf(client: Connection | Pool): number[] {
  return coresOf(client)
    .filter(isAlive)
    .map(({ threadId }) => threadId)
}

function judgePool(pool: Pool): FindingError | undefined {
  const { releasedAgain, afterRelease, transactionOverPool } = recordOf(pool)
  if (transactionOverPool.length > 0)
    return found('finding.transaction-over-pool', { sql: transactionOverPool[0]! })
  if (releasedAgain > 0) return found('finding.released-twice')
  if (afterRelease.length > 0) return found('finding.used-after-release', { sql: afterRelease[0]! })
  return undefined
}

interface Change {
  what: string
  before: string | undefined
  after: string | undefined
}

/** It applies to the next transaction on this connection. No variable of the server shows it until then. */
function pendingIn(sql = ''): Change | undefined {
  return /^\s*set\s+transaction\b/i.test(sql)
    ? { what: 'SET TRANSACTION', before: undefined, after: sql }
    : undefined
}

function keyOf({ what, after }: Change): MessageKey {
  if (what === 'START TRANSACTION')
    return after ? 'finding.transaction-left-open' : 'finding.transaction-ended'
  if (/^(GET_LOCK|LOCK)/.test(what)) return 'finding.lock-left'
  return 'finding.session-changed'
}

const asParams = ({ what, before = '—', after = '—' }: Change) => ({ what, before, after })

const asDetails = ({ what, before, after }: Change) => ({
  expected: { [what]: before ?? null },
  seen: { [what]: after ?? null },
})
