import { readSchema } from '../console/schema.ts'
import { ConsoleSession } from '../console/session.ts'
import { isOwnSchema } from '../database/own-schema.ts'
import { resetPractice } from '../database/practice.ts'
import { quoteName } from '../database/quote.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import type { ActionHandlers } from './actions.ts'

/** The consoles of all open pages: one connection each. Dispose it before the lease. */
export interface Consoles extends AsyncDisposable {
  readonly handlers: Pick<ActionHandlers, ConsoleAction>
}

/** What a page's SQL console asks for. A page makes up the id of its console; the connection is the student's. */
export function consoleActions(
  access: DatabaseAccess,
  /** Told before the practice database is created again: its users let go. */
  onReset = () => {},
): Consoles {
  const sessions = new Map<string, ConsoleSession>()
  const sessionOf = (id: unknown) => {
    const name = checkedId(id)
    const session = sessions.get(name) ?? new ConsoleSession(access)
    session.usedAt = performance.now()
    sessions.set(name, session)
    return session
  }
  const connected = () => [...sessions.values()].filter((session) => session.connected)
  const parkIdle = () => {
    const longAgo = performance.now() - idleLimit
    const idle = connected().filter((session) => !session.busy && session.usedAt < longAgo)
    return Promise.all(idle.map((session) => session.park()))
  }
  const makeRoom = async (wanted: ConsoleSession) => {
    const others = connected().filter((session) => session !== wanted)
    const spare = Math.max(0, others.length - connectionLimit + 1)
    const oldestFirst = others
      .filter((session) => !session.busy)
      .toSorted((a, b) => a.usedAt - b.usedAt)
    await Promise.all(oldestFirst.slice(0, spare).map((session) => session.park()))
  }
  const run = async (id: unknown, script: string, signal: AbortSignal) => {
    const session = sessionOf(id)
    await makeRoom(session)
    return session.run(script, signal)
  }
  const idle = setInterval(() => void parkIdle(), 60_000).unref()
  return {
    handlers: {
      'console/run': ({ console: id, script }, signal) => run(id, String(script), signal),
      'console/open': ({ console: id, schema }, signal) =>
        run(id, `USE ${quoteName(ownSchema(access, schema))}`, signal),
      'console/cancel': ({ console: id }) => sessions.get(checkedId(id))?.cancel(),
      'console/look': async ({ console: id }) => {
        const { state } = sessionOf(id)
        return { state, tables: await readSchema(access, state.database) }
      },
      'console/reset': async () => {
        // An open transaction would lock the tables forever.
        await Promise.all(connected().map((session) => session.park()))
        onReset()
        await resetPractice(access)
      },
    },
    async [Symbol.asyncDispose]() {
      clearInterval(idle)
      await Promise.all([...sessions.values()].map((session) => session[Symbol.asyncDispose]()))
    },
  }
}

// --- internal ---

type ConsoleAction =
  | 'console/run'
  | 'console/open'
  | 'console/cancel'
  | 'console/look'
  | 'console/reset'

/** Connections at once: when there are more pages, they take turns. */
const connectionLimit = 8
/** Milliseconds after which a connection that nobody uses is closed. */
const idleLimit = 10 * 60_000

function checkedId(id: unknown): string {
  if (typeof id === 'string' && /^[\w-]{8,64}$/.test(id)) return id
  throw new WorkbookError(say('console.bad-id'), say('console.bad-id.next'), {
    code: 'BAD_COMMAND',
  })
}

function ownSchema(access: DatabaseAccess, schema: unknown): string {
  if (typeof schema === 'string' && isOwnSchema(access, schema)) return schema
  const params = { schema: String(schema).slice(0, 80) }
  throw new WorkbookError(
    say('console.foreign-schema', params),
    say('console.foreign-schema.next'),
    {
      code: 'OUTSIDE_PREFIX',
    },
  )
}
