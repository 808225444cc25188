import {
  createConnection,
  type Connection,
  type ConnectionOptions,
  type RowDataPacket,
} from 'mysql2/promise'
import { studentOptions, type DatabaseAccess } from '../../workbook/database/types.ts'
import type { Row, Statement } from '../../workbook/verdict.ts'
import { patience } from './patience.ts'
import type { StatementLog } from './statement-log.ts'
import { ourThreads } from './our-threads.ts'
import { realDelay } from './real-delay.ts'

/** The server seen from outside, over the administrator's connection: what is committed, what was sent, who is there. */
export interface Server {
  /** Rows of a query in the test's schema, none of an INSERT or the like. Dates and DECIMALs come as strings. */
  query<T extends object = Row>(sql: string, values?: unknown[]): Promise<T[]>
  /** The statement log since the test began: of these connections, or of all that reached the schema. */
  statements(...connections: Connection[]): Promise<Statement[]>
  /**
   * The practice database; on a tour, what the student had sent to it with any client when the run began, and the
   * steps that are remembered. Neither when one of our answers is judged.
   */
  readonly practice: { name: string; sent: readonly Statement[]; steps: readonly string[] }
  /** Runs `work` and returns its result with the statements that were sent in the meantime. */
  observe<T>(work: () => Promise<T>): Promise<{ result: T; statements: Statement[] }>
  /** The server's numbers of the student's connections to the test's schemas that are open now. */
  openConnections(): Promise<number[]>
  /** Waits until no more than these connections are open (`Quit` takes a moment); returns the numbers of those that stayed. */
  leftOpen(...mayStay: Connection[]): Promise<number[]>
  /** KILLs a connection, as an administrator would: what a student's code sees is a lost connection. */
  kill(connection: Connection | number): Promise<void>
  /**
   * Another session of the administrator, in the test's schema or another one, to hold locks or cause deadlocks with.
   * Closed when disposed.
   */
  session(other?: string): Promise<Connection & AsyncDisposable>
}

/**
 * @param first the number of the test's first connection: those before it belong to an earlier test, which had a schema of
 * this name and opens another one each time that one is ended
 */
export function lookFromOutside(
  admin: Connection,
  access: DatabaseAccess,
  schema: string,
  log: StatementLog,
  first = 0,
): Omit<Server, 'practice'> {
  const query = async <T extends object>(sql: string, values?: unknown[]) => {
    const [rows] = await admin.query<(RowDataPacket & T)[]>(sql, values)
    return Array.isArray(rows) ? rows.map((row) => ({ ...row }) as T) : []
  }
  const statements = (...connections: Connection[]) =>
    log.read(connections.length > 0 ? connections.map((one) => one.threadId) : undefined)
  const openConnections = async () => {
    const rows = await query<{ Id: string; User: string; db: string | null }>('SHOW PROCESSLIST')
    const own = rows.filter(
      (row) =>
        row.User === access.student.user &&
        `${row.db}_`.startsWith(`${schema}_`) &&
        Number(row.Id) >= first &&
        !ourThreads.has(Number(row.Id)),
    )
    return own.map((row) => Number(row.Id))
  }
  return {
    query,
    statements,
    openConnections,
    async observe(work) {
      const before = (await statements()).length
      const result = await work()
      return { result, statements: (await statements()).slice(before) }
    },
    async leftOpen(...mayStay) {
      const allowed = mayStay.map((one) => one.threadId)
      for (let wait = 1; ; wait *= 2) {
        const left = (await openConnections()).filter((thread) => !allowed.includes(thread))
        if (left.length === 0 || wait > patience(256)) return left
        await realDelay(wait)
      }
    },
    async kill(connection) {
      await admin.query(
        `KILL ${Number(typeof connection === 'number' ? connection : connection.threadId)}`,
      )
    },
    session: (other = schema) => openAdmin(access, other),
  }
}

/**
 * The administrator's connection that specs look through: dates and numbers exactly as the server has them. Where the
 * administrator's account is the student's too, it is still told from the student's connections.
 */
export function openAdmin(access: DatabaseAccess, schema?: string) {
  return openUnwatched(adminOptions(access, schema))
}

/** A connection whose statements are not the student's doing, whatever its account. */
export async function openUnwatched(options: ConnectionOptions) {
  const connection = await createConnection(options)
  ourThreads.add(connection.threadId)
  return connection
}

// --- internal ---

function adminOptions(access: DatabaseAccess, schema?: string) {
  return {
    ...studentOptions(access, schema ?? ''),
    user: access.admin.user,
    password: access.admin.password,
    database: schema,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    multipleStatements: true,
    charset: 'utf8mb4',
  }
}
